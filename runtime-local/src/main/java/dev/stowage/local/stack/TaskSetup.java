package dev.stowage.local.stack;

import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.Demand;
import dev.stowage.local.task.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One revision of a task definition with everything that an engine needs to run it.
 *
 * @param definition its life part; where the task needs a pause container, that is in it and not in {@link #containers}
 * @param arn its ARN
 * @param fargate whether its tasks run on Fargate, so that the defaults of Fargate count
 * @param network how its containers are on the network
 * @param size what a task as a whole may take
 * @param processes which processes a container sees
 * @param memory with whom a container shares IPC
 * @param roles as whom it acts
 * @param platform what its images are made for
 * @param containers its containers, as written
 * @param volumes its volumes, as written
 * @param tags its tags
 */
public record TaskSetup(
        TaskDefinition definition,
        String arn,
        boolean fargate,
        NetworkMode network,
        TaskSize size,
        ProcessSpace processes,
        MemorySpace memory,
        Roles roles,
        Platform platform,
        List<ContainerSetup> containers,
        List<VolumeSetup> volumes,
        Map<String, String> tags) {

    /** A setup that cannot be changed from outside; a pause container is added where the task needs one and has none. */
    public TaskSetup {
        var shares = processes == ProcessSpace.TASK || memory == MemorySpace.TASK;
        var isLimited = size.cpu().isPresent() || size.memory().isPresent();
        var needsPause = network == NetworkMode.AWSVPC || shares || isLimited;
        definition = needsPause && !hasPause(definition) ? paused(definition, network) : definition;
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
        tags = Ordered.copy(tags);
    }

    /** The first revision of a family of these containers, with nothing else said; in {@code awsvpc} mode with a pause container. */
    public static TaskSetup of(String family, NetworkMode network, ContainerSetup... containers) {
        var all = List.of(containers);
        return new TaskSetup(
                definition(family, 1, Demand.NOTHING, network, all),
                new Home("us-east-1", Home.NO_ACCOUNT).arn("ecs", "task-definition/" + family + ":1"),
                false,
                network,
                TaskSize.OPEN,
                ProcessSpace.CONTAINER,
                MemorySpace.STANDARD,
                Roles.NONE,
                Platform.LINUX,
                all,
                List.of(),
                Map.of());
    }

    /** The life part of a revision of these containers. */
    public static TaskDefinition definition(
            String family, int revision, Demand demand, NetworkMode network, List<ContainerSetup> containers) {
        var lives = containers.stream().map(ContainerSetup::life).toArray(ContainerDefinition[]::new);
        var definition = TaskDefinition.of(family, revision, lives).asking(demand);
        return network == NetworkMode.AWSVPC ? definition.withOwnNetwork() : definition;
    }

    private static TaskDefinition paused(TaskDefinition definition, NetworkMode network) {
        return network == NetworkMode.AWSVPC ? definition.withOwnNetwork() : definition.withPause();
    }

    private static boolean hasPause(TaskDefinition definition) {
        return definition.containers().get(0).name().equals(TaskDefinition.PAUSE);
    }

    /** What its revisions have in common. */
    public String family() {
        return definition.family();
    }

    /** The container of that name; none for the pause container. */
    public Optional<ContainerSetup> container(String name) {
        return containers.stream().filter(one -> one.life().name().equals(name)).findFirst();
    }

    /** The volume of that name. */
    public Optional<VolumeSetup> volume(String name) {
        return volumes.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The same with that size. */
    public TaskSetup with(TaskSize other) {
        return with(definition, other, roles, containers, volumes);
    }

    /** The same with these volumes. */
    public TaskSetup with(List<VolumeSetup> others) {
        return with(definition, size, roles, containers, others);
    }

    /** The same as another revision. */
    public TaskSetup revision(int number) {
        return with(life(number, containers), size, roles, containers, volumes);
    }

    /** The same as the task of one run has it that overrides some of it; the revision stays. */
    public TaskSetup overridden(Overrides overrides) {
        var changed = containers.stream().map(overrides::of).toList();
        var life = life(definition.revision(), changed);
        return with(life, overrides.of(size), overrides.of(roles), changed, volumes);
    }

    private TaskDefinition life(int revision, List<ContainerSetup> others) {
        return definition(family(), revision, definition.demand(), network, others);
    }

    private TaskSetup with(
            TaskDefinition life,
            TaskSize otherSize,
            Roles otherRoles,
            List<ContainerSetup> others,
            List<VolumeSetup> otherVolumes) {
        return new TaskSetup(
                life,
                arn.substring(0, arn.lastIndexOf(':') + 1) + life.revision(),
                fargate,
                network,
                otherSize,
                processes,
                memory,
                otherRoles,
                platform,
                others,
                otherVolumes,
                tags);
    }

    /** Whether nothing but the number of the revision tells them apart. */
    public boolean isSame(TaskSetup other) {
        return other.revision(1).equals(revision(1))
                && other.definition.demand().equals(definition.demand());
    }
}
