package dev.stowage.local.task;

import java.time.Instant;
import java.util.Optional;

/**
 * When a task came how far.
 *
 * @param created when it was accepted
 * @param started when it was first {@code RUNNING}
 * @param stopping when it was told to stop
 * @param executionStopped when its first essential container ended
 * @param stopped when it was {@code STOPPED}
 */
public record Times(
        Instant created,
        Optional<Instant> started,
        Optional<Instant> stopping,
        Optional<Instant> executionStopped,
        Optional<Instant> stopped) {

    static Times since(Instant created) {
        return new Times(created, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Times stopping(Instant now) {
        return new Times(created, started, Optional.of(now), executionStopped, stopped);
    }

    Times executionStopped(Instant now) {
        return executionStopped.isPresent() ? this : new Times(created, started, stopping, Optional.of(now), stopped);
    }

    /** With the moment at which that status was reached, where it is one that is noted. */
    Times reached(TaskStatus status, Instant now) {
        return switch (status) {
            case RUNNING -> new Times(created, Optional.of(now), stopping, executionStopped, stopped);
            case STOPPED -> new Times(created, started, stopping, executionStopped, Optional.of(now));
            default -> this;
        };
    }
}
