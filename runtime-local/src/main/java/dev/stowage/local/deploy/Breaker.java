package dev.stowage.local.deploy;

import dev.stowage.schema.semantics.CircuitBreaker;

/**
 * The circuit breaker of a service.
 *
 * @param enabled whether it watches at all
 * @param rollback whether it makes the last completed deployment again
 * @param threshold how many failures it bears
 * @param resetOnHealthyTask whether a task that becomes healthy makes up for all failures before it
 */
public record Breaker(boolean enabled, boolean rollback, Threshold threshold, boolean resetOnHealthyTask) {

    /** No breaker: a deployment goes on for ever. */
    public static final Breaker OFF = new Breaker(false, false, Threshold.STANDARD, true);

    /** A breaker that gives up, and leaves everything as it is then. */
    public static final Breaker ON = new Breaker(true, false, Threshold.STANDARD, true);

    /** A breaker that gives up and goes back. */
    public static final Breaker ROLLBACK = new Breaker(true, true, Threshold.STANDARD, true);

    /** The same, bearing so many failures. */
    public Breaker bearing(Threshold failures) {
        return new Breaker(enabled, rollback, failures, resetOnHealthyTask);
    }

    /** The same, for which healthy tasks make up for nothing. */
    public Breaker cumulative() {
        return new Breaker(enabled, rollback, threshold, false);
    }

    /** How many failed tasks are too many. */
    public sealed interface Threshold {

        /** Half of the tasks, at least 3 and at most 200. */
        Threshold STANDARD = new BoundedPercent(CircuitBreaker.DEFAULT_PERCENT);

        /** Of so many wanted tasks. */
        int of(int desired);

        /** A share of the wanted tasks, at least 3 and at most 200. */
        record BoundedPercent(int percent) implements Threshold {
            @Override
            public int of(int desired) {
                return CircuitBreaker.threshold(desired, percent);
            }
        }

        /** A share of the wanted tasks. */
        record UnboundedPercent(int percent) implements Threshold {
            @Override
            public int of(int desired) {
                return CircuitBreaker.unbounded(desired, percent);
            }
        }

        /** A number of tasks. */
        record Count(int tasks) implements Threshold {
            @Override
            public int of(int desired) {
                return tasks;
            }
        }
    }
}
