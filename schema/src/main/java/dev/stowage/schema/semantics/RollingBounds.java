package dev.stowage.schema.semantics;

/**
 * Between which numbers of tasks a rolling deployment moves. The Amazon ECS Developer Guide ("Deploy Amazon ECS services by
 * replacing tasks") rounds the minimum up and the maximum down, and counts healthy tasks below and running plus pending
 * tasks above.
 *
 * @param desired how many tasks the service wants
 * @param lower how many healthy tasks stay at least
 * @param upper how many tasks run at most
 */
public record RollingBounds(int desired, long lower, long upper) {

    /** What a replica service keeps where it says nothing, in percent of the desired count. */
    public static final int REPLICA_MINIMUM = 100;

    /** What a replica service runs at most where it says nothing, in percent of the desired count. */
    public static final int REPLICA_MAXIMUM = 200;

    /** What a daemon keeps where it says nothing, in percent of its instances. */
    public static final int DAEMON_MINIMUM = 0;

    /** What a daemon runs at most, in percent of its instances; ECS takes no other number. */
    public static final int DAEMON_MAXIMUM = 100;

    /**
     * The bounds for a number of tasks.
     *
     * @param desired how many tasks the service wants
     * @param minimumPercent {@code MinimumHealthyPercent}
     * @param maximumPercent {@code MaximumPercent}
     */
    public static RollingBounds of(int desired, int minimumPercent, int maximumPercent) {
        var lower = ((long) desired * minimumPercent + 99) / 100;
        var upper = (long) desired * maximumPercent / 100;
        return new RollingBounds(desired, lower, upper);
    }

    /**
     * How many tasks of the new revision may start now.
     *
     * @param fresh how many of them run or are pending
     * @param live how many tasks of both revisions run or are pending
     */
    public int toStart(int fresh, int live) {
        return (int) Math.max(0, Math.min(desired - fresh, upper - live));
    }

    /**
     * How many healthy tasks may stop now.
     *
     * @param healthy how many tasks of both revisions are healthy
     */
    public int toStop(int healthy) {
        return (int) Math.max(0, healthy - lower);
    }

    /** Whether some task can be replaced: one may stop first, or one may start first, or there is none. */
    public boolean canRoll() {
        return desired == 0 || lower < desired || upper > desired;
    }

    /**
     * Up to how many tasks no deployment can move: it rolls with one task more. Rounding only ever hurts small numbers, so
     * that every number from 1 up to this one is stuck. 0 where all of them roll, {@link Integer#MAX_VALUE} where none does.
     */
    public static int stuckUpTo(int minimumPercent, int maximumPercent) {
        return Math.min(stuckBelow(100 - minimumPercent), stuckBelow(maximumPercent - 100));
    }

    /** The greatest number of which so many percent are still less than one task. */
    private static int stuckBelow(int percent) {
        return percent <= 0 ? Integer.MAX_VALUE : (100 + percent - 1) / percent - 1;
    }
}
