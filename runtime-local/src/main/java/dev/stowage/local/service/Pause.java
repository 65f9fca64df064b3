package dev.stowage.local.service;

import java.time.Duration;
import java.time.Instant;

/**
 * A wait. A clock that is set back to before its beginning ends it, so that no jump makes it longer.
 *
 * @param since when it began
 * @param length how long it takes
 */
record Pause(Instant since, Duration length) {

    /** No wait. */
    static Pause none(Instant now) {
        return new Pause(now, Duration.ZERO);
    }

    Instant end() {
        return since.plus(length);
    }

    boolean isOn(Instant now) {
        return now.isBefore(end()) && !now.isBefore(since);
    }
}
