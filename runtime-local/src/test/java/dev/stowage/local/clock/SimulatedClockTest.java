package dev.stowage.local.clock;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Time that is turned by hand. */
class SimulatedClockTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SimulatedClock clock = SimulatedClock.at(NOON);

    @Test
    void sleepsWithoutWaiting() {
        clock.sleepUntil(NOON.plus(ofSeconds(90)));

        assertThat(clock.now()).isEqualTo(NOON.plus(ofSeconds(90)));
    }

    @Test
    void wakesAtAnAlarmOnce() {
        clock.alarm(NOON.plus(ofSeconds(10)));

        clock.sleepUntil(NOON.plus(ofSeconds(90)));
        assertThat(clock.now()).isEqualTo(NOON.plus(ofSeconds(10)));

        clock.sleepUntil(NOON.plus(ofSeconds(90)));
        assertThat(clock.now()).isEqualTo(NOON.plus(ofSeconds(90)));
    }

    @Test
    void doesNotGoBackToSleepUntilThePast() {
        clock.sleepUntil(NOON.minusSeconds(1));

        assertThat(clock.now()).isEqualTo(NOON);
    }

    @Test
    void jumpsBothWays() {
        clock.jump(ofSeconds(-30));
        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(30));

        clock.jump(ofSeconds(60));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void dividesTheDelaysOfServices() {
        assertThat(new TimeScale(10).of(Duration.ofMinutes(15))).isEqualTo(ofSeconds(90));
        assertThat(TimeScale.REAL.of(ofSeconds(40))).isEqualTo(ofSeconds(40));
    }
}
