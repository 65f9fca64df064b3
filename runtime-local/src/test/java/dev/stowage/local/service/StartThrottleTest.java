package dev.stowage.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** How long a service waits before it tries again to start a task. */
@Behaviour("9.4")
class StartThrottleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static StartThrottle after(int failures, TimeScale scale) {
        var throttle = StartThrottle.open(NOON);
        for (var failure = 0; failure < failures; failure++) {
            throttle = throttle.failed(NOON, scale);
        }
        return throttle;
    }

    @Test
    void doublesTheWaitFromTheThirdFailureOn() {
        var waits = new ArrayList<Long>();
        for (var failures = 1; failures <= 7; failures++) {
            waits.add(after(failures, TimeScale.REAL).pause().length().toSeconds());
        }

        assertThat(waits).containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L);
        assertThat(after(2, TimeScale.REAL).isImpaired()).isFalse();
        assertThat(after(3, TimeScale.REAL).isImpaired()).isTrue();
    }

    @Test
    void waitsAQuarterOfAnHourAtMost() {
        assertThat(after(40, TimeScale.REAL).pause().length()).isEqualTo(Duration.ofMinutes(15));
        assertThat(after(40, new TimeScale(10)).pause().length()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aClockThatIsSetBackEndsTheWait() {
        var pause = after(40, TimeScale.REAL).pause();

        assertThat(pause.isOn(NOON.plusSeconds(899))).isTrue();
        assertThat(pause.isOn(NOON.plusSeconds(900))).isFalse();
        assertThat(pause.isOn(NOON.minusSeconds(1))).isFalse();
    }
}
