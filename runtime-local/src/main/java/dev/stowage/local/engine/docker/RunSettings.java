package dev.stowage.local.engine.docker;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a run wants of an engine.
 *
 * @param pull when images are pulled
 * @param around what containers are told about the services around them
 * @param clock what time it is
 * @param wake called when there is something new to take; by many threads
 * @param progress told how far images have come
 */
public record RunSettings(
        PullPolicy pull, Surroundings around, Supplier<Instant> clock, Runnable wake, ImageProgress.Listener progress) {

    /** What a laptop wants, with nothing around and nobody waiting. */
    public static RunSettings standard(Supplier<Instant> clock) {
        return new RunSettings(PullPolicy.LOCAL, Surroundings.NONE, clock, () -> {}, progress -> {});
    }

    /** The same with that around. */
    public RunSettings around(Surroundings others) {
        return new RunSettings(pull, others, clock, wake, progress);
    }

    /** The same, calling that when there is something new. */
    public RunSettings waking(Runnable other) {
        return new RunSettings(pull, around, clock, other, progress);
    }

    /** The same, telling that how far images have come. */
    public RunSettings telling(ImageProgress.Listener other) {
        return new RunSettings(pull, around, clock, wake, other);
    }

    /** The same, pulling then. */
    public RunSettings pulling(PullPolicy other) {
        return new RunSettings(other, around, clock, wake, progress);
    }
}
