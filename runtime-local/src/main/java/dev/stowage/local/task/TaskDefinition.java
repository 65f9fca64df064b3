package dev.stowage.local.task;

import dev.stowage.schema.semantics.DependencyCondition;
import dev.stowage.schema.semantics.StartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One revision of a task definition, as far as it decides about the lives of tasks. */
public final class TaskDefinition {

    /** The container that holds the network of a task in {@code awsvpc} mode, and whatever else its containers share. */
    public static final String PAUSE = "~internal~ecs~pause";

    /**
     * One container waiting for another.
     *
     * @param to the place of the one that is waited for
     */
    record Link(int to, DependencyCondition condition) {}

    private final String family;
    private final int revision;
    private final Demand demand;
    private final List<ContainerDefinition> containers;
    private final List<List<Link>> links;
    private final List<List<Integer>> dependants;
    private final Optional<List<Integer>> order;

    private TaskDefinition(String family, int revision, Demand demand, List<ContainerDefinition> containers) {
        this.family = family;
        this.revision = revision;
        this.demand = demand;
        this.containers = List.copyOf(containers);
        var resolved = this.containers.stream().map(this::linksOf).toList();
        this.links = resolved.stream().map(some -> some.orElse(List.of())).toList();
        this.dependants = places().mapToObj(this::dependantsOf).toList();
        this.order = resolved.stream().allMatch(Optional::isPresent)
                ? StartOrder.of(links.stream().map(TaskDefinition::targets).toList())
                : Optional.empty();
    }

    /** A revision with these containers; at least one of them is essential. */
    public static TaskDefinition of(String family, int revision, ContainerDefinition... containers) {
        var all = List.of(containers);
        if (all.stream().noneMatch(ContainerDefinition::essential)) {
            throw new IllegalArgumentException("`" + family + "` has no essential container, one is wanted");
        }
        return new TaskDefinition(family, revision, Demand.NOTHING, all);
    }

    /** The same, asking so much of its instance. */
    public TaskDefinition asking(Demand asked) {
        return new TaskDefinition(family, revision, asked, containers);
    }

    /** The same in {@code awsvpc} mode: with a pause container that holds the network of the task. */
    public TaskDefinition withOwnNetwork() {
        return behind(ContainerDefinition.essential(PAUSE, PAUSE).providingNetwork());
    }

    /** The same with a pause container that holds what the containers share besides a network: limits, processes. */
    public TaskDefinition withPause() {
        return behind(ContainerDefinition.essential(PAUSE, PAUSE));
    }

    /** Every other container waits for the pause container, and it is the last to stop. */
    private TaskDefinition behind(ContainerDefinition pause) {
        var waiting = containers.stream().map(one -> one.dependsOn(PAUSE, DependencyCondition.START));
        return new TaskDefinition(
                family,
                revision,
                demand,
                Stream.concat(Stream.of(pause), waiting).toList());
    }

    /** What its revisions have in common. */
    public String family() {
        return family;
    }

    /** Its number within the family. */
    public int revision() {
        return revision;
    }

    /** What it takes of an instance. */
    public Demand demand() {
        return demand;
    }

    /** Its containers as written, the pause container first where there is one. */
    public List<ContainerDefinition> containers() {
        return containers;
    }

    /** Whether some essential container has a health check. */
    public boolean isHealthChecked() {
        return containers.stream().anyMatch(one -> one.essential() && one.healthChecked());
    }

    /** Whether it is the same revision of the same family: a revision never changes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TaskDefinition it && it.family.equals(family) && it.revision == revision;
    }

    @Override
    public int hashCode() {
        return 31 * family.hashCode() + revision;
    }

    /** {@code family:revision}. */
    @Override
    public String toString() {
        return family + ":" + revision;
    }

    /** The places of the containers, each after those it waits for; empty where they can never all be started. */
    Optional<List<Integer>> order() {
        return order;
    }

    /** What the container at this place waits for. */
    List<Link> links(int place) {
        return links.get(place);
    }

    /** The places of the containers that wait for the one at this place. */
    List<Integer> dependants(int place) {
        return dependants.get(place);
    }

    private IntStream places() {
        return IntStream.range(0, containers.size());
    }

    /** Empty where it waits for a container that is not there, or for what that one can never reach. */
    private Optional<List<Link>> linksOf(ContainerDefinition definition) {
        var found = new ArrayList<Link>();
        for (var dependency : definition.dependencies()) {
            var condition = dependency.condition();
            places().filter(place -> containers.get(place).name().equals(dependency.container()))
                    .filter(place -> canMeet(containers.get(place), condition))
                    .forEach(place -> found.add(new Link(place, condition)));
        }
        return found.size() == definition.dependencies().size() ? Optional.of(found) : Optional.empty();
    }

    private static boolean canMeet(ContainerDefinition other, DependencyCondition condition) {
        return condition.canBeMetBy(other.essential(), other.healthChecked());
    }

    private List<Integer> dependantsOf(int place) {
        return places().filter(other -> targets(links.get(other)).contains(place))
                .boxed()
                .toList();
    }

    private static List<Integer> targets(List<Link> links) {
        return links.stream().map(Link::to).toList();
    }
}
