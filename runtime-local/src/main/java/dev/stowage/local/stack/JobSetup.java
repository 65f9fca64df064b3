package dev.stowage.local.stack;

import dev.stowage.local.place.Launch;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that are run without a service: by a schedule, or by hand with {@code local run}.
 *
 * @param name what {@code local run} calls it
 * @param cluster the name of its cluster
 * @param setup what its tasks are made from
 * @param overrides what its tasks have otherwise, see {@link TaskSetup#overridden}
 * @param count how many tasks one run starts, 1 to 10
 * @param launch on what they run
 * @param subnets the ids of their subnets, in {@code awsvpc} mode
 * @param trigger when it runs by itself; empty for one that is only run by hand
 */
public record JobSetup(
        String name,
        String cluster,
        TaskSetup setup,
        Overrides overrides,
        int count,
        Launch launch,
        List<String> subnets,
        Optional<Trigger> trigger) {

    /**
     * When a job runs by itself.
     *
     * @param expression {@code cron(...)}, {@code rate(...)} or {@code at(...)}
     * @param zone the time zone of a cron expression, {@code UTC} where nothing is said
     * @param enabled whether it is switched on
     */
    public record Trigger(String expression, String zone, boolean enabled) {}

    /** A job that cannot be changed from outside. */
    public JobSetup {
        subnets = List.copyOf(subnets);
    }

    /** The same with tasks made from that. */
    public JobSetup with(TaskSetup other) {
        return new JobSetup(name, cluster, other, overrides, count, launch, subnets, trigger);
    }
}
