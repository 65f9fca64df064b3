package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.observe.Signal;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Replaces tasks a few at a time. Keeps all tasks healthy and runs at most twice as many, as ECS itself does; the circuit
 * breaker is on and rolls back, which ECS itself does not.
 */
@ValueStyle
@Value.Immutable
public sealed interface Rolling extends Deployment permits ImmutableRolling {

    /** Keeps so many percent of the tasks healthy, rounded up, 0 to 100; left out, 100. */
    default Rolling minHealthy(int percent) {
        return ImmutableRolling.copyOf(this).withMinHealthy(percent).withLines(lines().and("minHealthy"));
    }

    /** Runs at most so many percent of the tasks, rounded down, 100 or more; left out, 200. */
    default Rolling maximum(int percent) {
        return ImmutableRolling.copyOf(this).withMaximum(percent).withLines(lines().and("maximum"));
    }

    /** Gives up and rolls back after so many failed tasks; left out, after half the count, 3 at least and 200 at most. */
    default Rolling circuitBreaker(int failures) {
        return ImmutableRolling.copyOf(this)
                .withFailures(failures)
                .withFailurePercent(OptionalInt.empty())
                .withLines(lines().and("circuitBreaker"));
    }

    /** Gives up and rolls back after failed tasks of so many percent of the count, 1 to 100, 3 at least and 200 at most. */
    default Rolling circuitBreakerPercent(int percent) {
        return ImmutableRolling.copyOf(this)
                .withFailures(OptionalInt.empty())
                .withFailurePercent(percent)
                .withLines(lines().and("circuitBreakerPercent"));
    }

    /** Counts all failed tasks of a deployment; left out, those since a task was last healthy. */
    default Rolling countingAllFailures() {
        return ImmutableRolling.copyOf(this).withIsCumulative(true).withLines(lines().and("countingAllFailures"));
    }

    /** Never gives up: a task that cannot start holds the deployment for hours. */
    default Rolling withoutCircuitBreaker() {
        return ImmutableRolling.copyOf(this)
                .withHasCircuitBreaker(false)
                .withLines(lines().and("withoutCircuitBreaker"));
    }

    /** Rolls back when one of these goes off, beside those that do already. */
    default Rolling rollbackOn(Signal first, Signal... others) {
        var all = new ArrayList<>(signals());
        all.add(first);
        all.addAll(List.of(others));
        return ImmutableRolling.copyOf(this).withSignals(all).withLines(lines().and("rollbackOn"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    @Override
    List<Signal> signals();

    /** The percentage of tasks that stays healthy. */
    @Value.Default
    default int minHealthy() {
        return 100;
    }

    /** The percentage of tasks that is not exceeded. */
    @Value.Default
    default int maximum() {
        return 200;
    }

    /** The failed tasks after which it gives up, where they were said. */
    OptionalInt failures();

    /** The failed tasks after which it gives up, in percent of the count, where that was said. */
    OptionalInt failurePercent();

    /** Whether all failed tasks of a deployment count, and not those since the last healthy one. */
    @Value.Default
    default boolean isCumulative() {
        return false;
    }

    /** Whether it gives up at all. */
    @Value.Default
    default boolean hasCircuitBreaker() {
        return true;
    }
}
