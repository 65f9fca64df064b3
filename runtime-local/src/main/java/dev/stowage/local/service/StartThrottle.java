package dev.stowage.local.service;

import dev.stowage.local.clock.TimeScale;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a service whose tasks do not come to run waits before it tries again: not at all after two failures in a row,
 * then 1 s, 2 s, 4 s and so on. ECS says only that it waits 15 minutes at most; the curve below is ours.
 *
 * @param failures how many tasks in a row ended without having been {@code RUNNING}
 * @param pause the wait after the last one
 */
record StartThrottle(int failures, Pause pause) {

    private static final int BORNE = 3;
    private static final int DOUBLINGS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Nothing failed. */
    static StartThrottle open(Instant now) {
        return new StartThrottle(0, Pause.none(now));
    }

    /** The same, after one more failure. */
    StartThrottle failed(Instant now, TimeScale scale) {
        var count = failures + 1;
        var wait = count < BORNE ? Duration.ZERO : shorter(count - BORNE, scale.of(LONGEST));
        return new StartThrottle(count, new Pause(now, wait));
    }

    /** Whether ECS says that the service cannot start tasks consistently. */
    boolean isImpaired() {
        return failures >= BORNE;
    }

    private static Duration shorter(int doublings, Duration longest) {
        var wait = Duration.ofSeconds(1L << Math.min(doublings, DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
