package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> COMMANDS =
            List.of("synth", "check", "explain", "rules", "help", "diff", "diagram");

    @ParameterizedTest
    @CsvSource({
        "snyth, synth", "sinth, synth", "syntth, synth", "ynth, synth", "SYNTH, synth",
        "chekc, check", "chck, check", "explian, explain", "rule, rules", "digram, diagram"
    })
    void findsTheNameBehindASlip(String slip, String name) {
        assertThat(Nearest.to(slip, COMMANDS)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"deploy", "up", "x", "synthesize", "''"})
    void findsNothingWhereNothingIsNear(String word) {
        assertThat(Nearest.to(word, COMMANDS)).isEmpty();
    }

    @Test
    void findsEveryNameBehindEverySingleSlip() {
        for (var name : COMMANDS) {
            for (var i = 0; i < name.length(); i++) {
                assertThat(Nearest.to(name.substring(0, i) + name.substring(i + 1), COMMANDS))
                        .contains(name);
                assertThat(Nearest.to(name.substring(0, i) + "q" + name.substring(i), COMMANDS))
                        .contains(name);
                assertThat(Nearest.to(name.substring(0, i) + "q" + name.substring(i + 1), COMMANDS))
                        .contains(name);
            }
        }
    }

    @Test
    void findsNoNameBehindNoise() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var noise = new StringBuilder();
            for (var i = 0; i < 12; i++) {
                noise.append((char) ('0' + random.nextInt(10)));
            }
            assertThat(Nearest.to(noise.toString(), COMMANDS)).isEmpty();
        }
    }

    @Test
    void takesTheFirstOfEquals() {
        assertThat(Nearest.to("--oat", List.of("--out", "--cat"))).contains("--out");
    }
}
