package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.app.Locator;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Who is asked whether a shift may go on. Without an answer the shift is rolled back, after a day unless said otherwise. */
@ValueStyle
@Value.Immutable
public sealed interface Hook permits ImmutableHook {

    /** A Lambda function, by its name as a resource. Its answer holds {@code hookStatus}: SUCCEEDED, FAILED or IN_PROGRESS. */
    static Hook lambda(Arn function) {
        return ImmutableHook.of(Lines.here("lambda")).withFunction(function);
    }

    /** A Lambda function whose name as a resource is handed in. */
    static Hook lambda(Handed function) {
        return ImmutableHook.of(Lines.here("lambda")).withFunction(function);
    }

    /** Somebody outside, who calls {@code ContinueServiceDeployment}; not while traffic is being shifted. */
    static Hook pause() {
        return ImmutableHook.of(Lines.here("pause"));
    }

    /** Waits this long for an answer, one minute to 14 days, in whole minutes; left out, a day. */
    default Hook within(Duration time) {
        return ImmutableHook.copyOf(this).withPatience(time).withLines(lines().and("within"));
    }

    /** Goes on where no answer comes in time, instead of rolling back. */
    default Hook elseContinue() {
        return ImmutableHook.copyOf(this).withIsOptional(true).withLines(lines().and("elseContinue"));
    }

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** The Lambda function; none for a pause. */
    Optional<Locator> function();

    /** How long it waits for an answer. */
    Optional<Duration> patience();

    /** Whether the shift goes on without an answer. */
    @Value.Default
    default boolean isOptional() {
        return false;
    }
}
