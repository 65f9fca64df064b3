package dev.stowage.schema.semantics;

/**
 * When ECS gives a deployment up. The Amazon ECS Developer Guide ("How the Amazon ECS deployment circuit breaker detects
 * failures") takes half of the desired count, at least 3 and at most 200; until 2023 the least was 10.
 */
public final class CircuitBreaker {

    /** The share of the desired count that may fail where the service says nothing, in percent. */
    public static final int DEFAULT_PERCENT = 50;

    private static final int LEAST = 3;
    private static final int MOST = 200;

    private CircuitBreaker() {}

    /**
     * How many tasks may fail before the deployment does.
     *
     * @param desired how many tasks the service wants
     * @param percent the share that may fail
     */
    public static int threshold(int desired, int percent) {
        return Math.max(LEAST, Math.min(MOST, unbounded(desired, percent)));
    }

    /**
     * How many tasks may fail where the service lifts the bounds ({@code UNBOUNDED_PERCENT}).
     *
     * @param desired how many tasks the service wants
     * @param percent the share that may fail
     */
    public static int unbounded(int desired, int percent) {
        return (int) (((long) desired * percent + 99) / 100);
    }
}
