package dev.stowage.local.engine.docker;

import dev.stowage.schema.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a run wants of an engine.
 *
 * @param pull when images are pulled
 * @param around what containers are told about the services around them
 * @param clock what time it is
 * @param wake called when there is something new to take; by many threads
 * @param progress told how far images have come
 * @param notices told what lies behind the words of the engine, and what to do about it; by many threads
 */
public record RunSettings(
        PullPolicy pull,
        Surroundings around,
        Supplier<Instant> clock,
        Runnable wake,
        ImageProgress.Listener progress,
        Consumer<Diagnostic> notices) {

    /** What a laptop wants, with nothing around and nobody waiting. */
    public static RunSettings standard(Supplier<Instant> clock) {
        return new RunSettings(PullPolicy.LOCAL, Surroundings.NONE, clock, () -> {}, progress -> {}, notice -> {});
    }

    /** The same with that around. */
    public RunSettings around(Surroundings others) {
        return new RunSettings(pull, others, clock, wake, progress, notices);
    }

    /** The same, calling that when there is something new. */
    public RunSettings waking(Runnable other) {
        return new RunSettings(pull, around, clock, other, progress, notices);
    }

    /** The same, telling that how far images have come. */
    public RunSettings telling(ImageProgress.Listener other) {
        return new RunSettings(pull, around, clock, wake, other, notices);
    }

    /** The same, telling that what lies behind the words of the engine. */
    public RunSettings explaining(Consumer<Diagnostic> other) {
        return new RunSettings(pull, around, clock, wake, progress, other);
    }
}
