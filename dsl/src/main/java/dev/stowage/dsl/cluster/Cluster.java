package dev.stowage.dsl.cluster;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.Schedule;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.dsl.schedule.Trigger;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A cluster: where services and tasks run. Its services run on Fargate on demand unless it or they say otherwise. */
@ValueStyle
@Value.Immutable
public sealed interface Cluster extends Named<Cluster> permits ImmutableCluster {

    /** A new one, whose tasks stand in this network. */
    static Cluster of(String name, Vpc network) {
        return ImmutableCluster.of(Particulars.of("cluster", name, "of"), network);
    }

    /**
     * One that exists, found by its Amazon resource name or, as its id, by its name; its tasks stand in this network. The
     * providers that its services name must be its own already.
     */
    static Cluster existing(String name, Locator at, Vpc network) {
        return ImmutableCluster.of(Particulars.of("cluster", name, "existing"), network)
                .withLocator(at);
    }

    /** Watches it with Container Insights; left out, not at all. */
    default Cluster insights(Insights level) {
        return ImmutableCluster.copyOf(this)
                .withInsights(level)
                .withParticulars(particulars().said("insights"));
    }

    /** Where Fargate services run that do not say; left out, on demand. */
    default Cluster on(FargateCapacity first, FargateCapacity... others) {
        var strategy = new ArrayList<FargateCapacity>(others.length + 1);
        strategy.add(first);
        strategy.addAll(List.of(others));
        return ImmutableCluster.copyOf(this)
                .withStrategy(strategy)
                .withParticulars(particulars().said("on"));
    }

    /** A service on Fargate. */
    default FargateService service(String name, FargateTask task) {
        return FargateService.of(name, this, task);
    }

    /** A task on Fargate that starts by the clock. */
    default ScheduledTask schedule(String name, FargateTask task, Schedule when) {
        return ScheduledTask.of(name, this, task, when);
    }

    /** A task on Fargate that a rule of EventBridge starts: at an event, or by the clocks of UTC. */
    default EventRule rule(String name, FargateTask task, Trigger trigger) {
        return EventRule.of(name, this, task, trigger);
    }

    @Override
    Particulars particulars();

    @Override
    default Cluster particulars(Particulars particulars) {
        return ImmutableCluster.copyOf(this).withParticulars(particulars);
    }

    /** How an existing one is found. */
    Optional<Locator> locator();

    /** Where its tasks stand. */
    Vpc network();

    /** How closely Container Insights watches. */
    @Value.Default
    default Insights insights() {
        return Insights.DISABLED;
    }

    /** Where Fargate services run that do not say. */
    List<FargateCapacity> strategy();
}
