package dev.stowage.local.service;

import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.place.Launch;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.schema.semantics.CapacityShare;
import java.time.Duration;
import java.util.List;

/**
 * What is wanted of a service.
 *
 * @param id what it is known by
 * @param definition what its tasks are made from
 * @param scheduling how many it wants
 * @param settings how it is deployed
 * @param grace for how long after its start a task is not stopped for being unhealthy
 * @param targetGroups where its tasks are registered
 * @param launch on what its tasks run
 * @param capacity the strategy over capacity providers; empty without one
 * @param attached all else that a deployment follows a change of, such as networks, registries and the ports behind load
 *     balancers, in whatever words
 */
public record ServiceSpec(
        ServiceId id,
        TaskDefinition definition,
        Scheduling scheduling,
        DeploymentSettings settings,
        Duration grace,
        List<String> targetGroups,
        Launch launch,
        List<CapacityShare> capacity,
        String attached) {

    /** A replica service of the default cluster, on Fargate in one zone, with ECS's defaults. */
    public static ServiceSpec replica(String name, TaskDefinition definition, int desired) {
        return new ServiceSpec(
                ServiceId.of(name),
                definition,
                Scheduling.Replica.of(desired),
                DeploymentSettings.REPLICA,
                Duration.ZERO,
                List.of(),
                new Launch.OnFargate(List.of("a")),
                List.of(),
                "");
    }

    /** A daemon on the instances of the default cluster, with ECS's defaults. */
    public static ServiceSpec daemon(String name, TaskDefinition definition, Launch.OnInstances launch) {
        return new ServiceSpec(
                ServiceId.of(name),
                definition,
                new Scheduling.Daemon(),
                DeploymentSettings.DAEMON,
                Duration.ZERO,
                List.of(),
                launch,
                List.of(),
                "");
    }

    /** The same, with tasks made from that. */
    public ServiceSpec with(TaskDefinition other) {
        return new ServiceSpec(id, other, scheduling, settings, grace, targetGroups, launch, capacity, attached);
    }

    /** The same, wanting so many tasks. */
    public ServiceSpec desired(int count) {
        return with(scheduling.wanting(count));
    }

    /** The same, which leaves its tasks in the zones where they are. */
    public ServiceSpec withoutRebalancing() {
        return scheduling instanceof Scheduling.Replica replica
                ? with(new Scheduling.Replica(replica.desired(), false))
                : this;
    }

    private ServiceSpec with(Scheduling other) {
        return new ServiceSpec(id, definition, other, settings, grace, targetGroups, launch, capacity, attached);
    }

    /** The same, deployed in that way. */
    public ServiceSpec with(DeploymentSettings other) {
        return new ServiceSpec(id, definition, scheduling, other, grace, targetGroups, launch, capacity, attached);
    }

    /** The same, with so long a grace period. */
    public ServiceSpec graceful(Duration period) {
        return new ServiceSpec(id, definition, scheduling, settings, period, targetGroups, launch, capacity, attached);
    }

    /** The same, behind these target groups. */
    public ServiceSpec behind(List<String> groups) {
        return new ServiceSpec(id, definition, scheduling, settings, grace, groups, launch, capacity, attached);
    }

    /** The same, running on that. */
    public ServiceSpec on(Launch other) {
        return new ServiceSpec(id, definition, scheduling, settings, grace, targetGroups, other, capacity, attached);
    }

    /** The same, spread over capacity providers. */
    public ServiceSpec over(List<CapacityShare> strategy) {
        return new ServiceSpec(id, definition, scheduling, settings, grace, targetGroups, launch, strategy, attached);
    }

    /** The same, attached to that. */
    public ServiceSpec attachedTo(String surroundings) {
        return new ServiceSpec(
                id, definition, scheduling, settings, grace, targetGroups, launch, capacity, surroundings);
    }

    /** The same, in that cluster. */
    public ServiceSpec in(String cluster) {
        var there = new ServiceId(cluster, name());
        return new ServiceSpec(
                there, definition, scheduling, settings, grace, targetGroups, launch, capacity, attached);
    }

    /** Its name, unique in its cluster. */
    public String name() {
        return id.name();
    }

    /** The group of its tasks. */
    public Group group() {
        return id.group();
    }

    /** Whether its tasks are registered somewhere. */
    public boolean isRouted() {
        return !targetGroups.isEmpty();
    }

    /** Whether going over to this one needs a deployment: other numbers and settings apply by themselves. */
    boolean isDeployedAnewBy(ServiceSpec next) {
        return !definition.equals(next.definition)
                || !targetGroups.equals(next.targetGroups)
                || !attached.equals(next.attached);
    }
}
