package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a container starts again in its running task when it stops by itself. What is not said is left to ECS: it starts again
 * whatever its exit code, if it has run for 300 s; one that stops sooner is not started again.
 */
@ValueStyle
@Value.Immutable
public sealed interface Restart permits ImmutableRestart {

    /** Whatever its exit code. */
    static Restart always() {
        return ImmutableRestart.of(Lines.here("always"));
    }

    /** Whatever its exit code but these, 50 at most: {@code exceptAfter(0)} leaves one alone that is done. */
    static Restart exceptAfter(int exitCode, int... others) {
        var codes = new ArrayList<Integer>(others.length + 1);
        codes.add(exitCode);
        for (var other : others) {
            codes.add(other);
        }
        return ImmutableRestart.of(Lines.here("exceptAfter")).withIgnoredExitCodes(codes);
    }

    /** Only if it has run for this long, 60 to 1800 s; left out, 300 s. */
    default Restart onceUpFor(Duration time) {
        return ImmutableRestart.copyOf(this).withAttemptPeriod(time).withLines(lines().and("onceUpFor"));
    }

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** The exit codes after which it stays as it is. */
    List<Integer> ignoredExitCodes();

    /** How long it must have run. */
    Optional<Duration> attemptPeriod();
}
