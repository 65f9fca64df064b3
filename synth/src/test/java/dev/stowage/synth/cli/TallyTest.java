package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @ParameterizedTest
    @CsvSource({
        "1, service, 1 service",
        "0, stack, 0 stacks",
        "2, policy, 2 policies",
        "2, gateway, 2 gateways",
        "3, address, 3 addresses",
        "2, VPC, 2 VPCs",
        "2, switch, 2 switches"
    })
    void counts(int number, String noun, String words) {
        assertThat(Tally.counted(number, noun)).isEqualTo(words);
    }

    @Test
    void leavesOutWhatThereIsNoneOf() {
        var tally = new Tally();
        tally.add(0, "error");
        tally.add(2, "warning");
        tally.add("1 allowed");

        assertThat(tally.text()).isEqualTo("2 warnings, 1 allowed");
    }

    @Test
    void breaksLinesBetweenItsParts() {
        var tally = new Tally();
        tally.add(10, "service");
        tally.add(10, "listener");
        tally.add(1, "role");

        assertThat(tally.wrapped(4, 18)).isEqualTo("10 services,\n    10 listeners,\n    1 role");
        assertThat(tally.wrapped(4, 30)).isEqualTo("10 services, 10 listeners,\n    1 role");
        assertThat(tally.wrapped(4, 80)).isEqualTo(tally.text());
    }
}
