package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How ECS asks a container whether it is well: a command that runs inside it. What is not said is left to ECS: every 30 s,
 * 5 s for an answer, ill after 3 failures in a row.
 */
@ValueStyle
@Value.Immutable
public sealed interface HealthCheck permits ImmutableHealthCheck {

    /** Asks this path with curl at the container's first port; the image must have curl. */
    static HealthCheck curl(String path) {
        return ImmutableHealthCheck.of(path, true, Lines.here("curl"));
    }

    /** Runs this command in the container's shell; exit code 0 is well. */
    static HealthCheck shell(String command) {
        return ImmutableHealthCheck.of(command, false, Lines.here("shell"));
    }

    /** Asks this often, 5 to 300 s. */
    default HealthCheck every(Duration interval) {
        return ImmutableHealthCheck.copyOf(this).withInterval(interval).withLines(lines().and("every"));
    }

    /** Waits this long for an answer, 2 to 60 s. */
    default HealthCheck within(Duration timeout) {
        return ImmutableHealthCheck.copyOf(this).withTimeout(timeout).withLines(lines().and("within"));
    }

    /** Overlooks failures for this long after the start, up to 300 s. */
    default HealthCheck after(Duration grace) {
        return ImmutableHealthCheck.copyOf(this).withStartPeriod(grace).withLines(lines().and("after"));
    }

    /** Takes the container for ill after so many failures in a row, 1 to 10. */
    default HealthCheck retries(int failures) {
        return ImmutableHealthCheck.copyOf(this).withRetries(failures).withLines(lines().and("retries"));
    }

    /** The command, or the path that curl asks. */
    String command();

    /** Whether curl asks for a path. */
    boolean isCurl();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** How often. */
    Optional<Duration> interval();

    /** How long it waits for an answer. */
    Optional<Duration> timeout();

    /** For how long after the start failures are overlooked. */
    Optional<Duration> startPeriod();

    /** After how many failures the container is ill. */
    OptionalInt retries();
}
