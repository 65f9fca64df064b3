package dev.stowage.dsl.schedule;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A task that starts by the clock, through EventBridge Scheduler, by the clocks of any zone and within a window. Make one with
 * {@link Cluster#schedule}.
 */
@ValueStyle
@Value.Immutable
public sealed interface ScheduledTask extends Launch<ScheduledTask> permits ImmutableScheduledTask {

    /** A task that starts on this cluster by this schedule. */
    static ScheduledTask of(String name, Cluster cluster, FargateTask task, Schedule when) {
        var particulars = Particulars.of("schedule", name, "schedule");
        return ImmutableScheduledTask.of(ImmutableLaunchSpec.of(particulars, cluster, task), when);
    }

    /** Starts at any time within this long after the hour, 1 min to 24 h, so that many schedules do not start at once. */
    default ScheduledTask within(Duration window) {
        return ImmutableScheduledTask.copyOf(this)
                .withWindow(window)
                .withSpec(ImmutableLaunchSpec.copyOf(spec())
                        .withParticulars(particulars().said("within")));
    }

    @Override
    LaunchSpec spec();

    @Override
    default ScheduledTask being(LaunchSpec spec) {
        return ImmutableScheduledTask.copyOf(this).withSpec(spec);
    }

    /** When it starts. */
    Schedule when();

    /** Within how long after its time it may start. */
    Optional<Duration> window();
}
