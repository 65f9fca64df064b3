package dev.stowage.local.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tasks that a proxy leaves out for a while. */
@Behaviour("13")
class OutliersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Outliers outliers = Outliers.none(TimeScale.REAL);

    private Instant failing(int times, Instant from, Duration apart) {
        var now = from;
        for (var time = 0; time < times; time++) {
            now = from.plus(apart.multipliedBy(time));
            outliers.failed("a", now);
        }
        return now;
    }

    @Test
    void fiveFailuresWithinThirtySecondsPutATaskOutForThirty() {
        var last = failing(4, NOON, Duration.ofSeconds(5));
        assertThat(outliers.isOut("a", last)).isFalse();
        outliers.failed("a", NOON.plusSeconds(29));

        assertThat(outliers.isOut("a", NOON.plusSeconds(30))).isTrue();
        assertThat(outliers.isOut("b", NOON.plusSeconds(30))).isFalse();
        assertThat(outliers.isOut("a", NOON.plusSeconds(59))).isFalse();
    }

    @Test
    void failuresThatAreFarApartDoNot() {
        assertThat(outliers.isOut("a", failing(20, NOON, Duration.ofSeconds(8))))
                .isFalse();
    }

    @Test
    void eachTimeATaskIsOutForLongerUpToFiveMinutes() {
        var now = NOON;
        for (var time = 1; time <= 12; time++) {
            now = failing(5, now, Duration.ZERO);
            var seconds = Math.min(300, 30 * time);
            assertThat(outliers.isOut("a", now.plusSeconds(seconds - 1))).isTrue();
            now = now.plusSeconds(seconds);
            assertThat(outliers.isOut("a", now)).isFalse();
        }
    }
}
