package dev.stowage.local.task;

import dev.stowage.local.task.Container.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about a task, decided in this order:
 *
 * <ol>
 *   <li>A container that ended and may run again is started again.
 *   <li>A container whose dependencies can never be met is given up.
 *   <li>The end of an essential container is the end of the task.
 *   <li>A task that goes on starts every container whose dependencies are met, and registers its targets once all run.
 *   <li>A task that ends leaves its target groups first; then each container stops after all that depend on it.
 * </ol>
 */
public final class TaskPlan {

    /** How long the agent waits for the engine beyond a stop timeout before it asks again. */
    private static final Duration STOP_MARGIN = Duration.ofMinutes(2);

    /** How long the agent waits at most between two tries to stop a container that the engine would not stop. */
    private static final Duration STOP_RETRY = Duration.ofSeconds(5);

    private final Task task;
    private final Instant now;
    private final List<Container> containers;
    private final List<Order> orders = new ArrayList<>();
    private final List<Instant> deadlines = new ArrayList<>();

    private TaskPlan(Task task, Instant now) {
        this.task = task;
        this.now = now;
        this.containers = new ArrayList<>(task.containers());
    }

    /** What is to be done about this task at this moment. */
    public static Planned plan(Task task, Instant now) {
        return task.isStopped() ? new Planned(task, List.of(), Optional.empty()) : new TaskPlan(task, now).planned();
    }

    /** What was asked for a task of which nothing came yet, or of which nobody knows any more. */
    static List<Order> outstanding(Task task) {
        var orders = new ArrayList<Order>();
        for (var container : task.containers()) {
            var id = new ContainerId(task.id(), container.definition().name());
            if (container.asked() == Asked.START && !container.isSettled()) {
                orders.add(new Order.Start(id, container.run(), container.definition()));
            } else if (container.asked() == Asked.STOP && !container.isStopped()) {
                orders.add(new Order.Stop(id, container.definition().stopTimeout()));
            }
        }
        if (task.target().isIn()) {
            orders.add(new Order.Register(task.id()));
        } else if (task.target() == TargetHealth.DRAINING) {
            orders.add(new Order.Deregister(task.id()));
        }
        return orders;
    }

    private Planned planned() {
        if (task.isWanted()) {
            restartEnded();
            giveUpHopeless();
        }
        var stop = task.stop().or(this::ending);
        var times = stop.isPresent() && task.isWanted() ? task.times().stopping(now) : task.times();
        var target = stop.isPresent() ? wind(task.target()) : unfold();
        if (essentialEnd().isPresent()) {
            times = times.executionStopped(now);
        }
        var next = task.with(containers, stop, target, times);
        var again = deadlines.stream().min(Instant::compareTo);
        return new Planned(next.become(status(next).orLater(task.status()), now), orders, again);
    }

    private void restartEnded() {
        for (var place = 0; place < containers.size(); place++) {
            if (containers.get(place).isToRestart(now)) {
                start(place);
            }
        }
    }

    private void giveUpHopeless() {
        for (var place : task.definition().order().orElse(List.of())) {
            if (containers.get(place).isUntouched()) {
                giveUpIfHopeless(place);
            }
        }
    }

    private void giveUpIfHopeless(int place) {
        for (var link : task.definition().links(place)) {
            var other = containers.get(link.to());
            if (Waiting.isHopeless(other, link.condition(), now)) {
                containers.set(
                        place, containers.get(place).givenUp(other.definition().name()));
                return;
            }
            Waiting.deadline(other, link.condition()).ifPresent(deadlines::add);
        }
    }

    private Optional<Stop> ending() {
        if (task.definition().order().isEmpty()) {
            return Optional.of(Stop.byFailure(ContainerError.unresolvable(task.id())));
        }
        return essentialEnd().map(this::causeOf);
    }

    private Optional<Container> essentialEnd() {
        for (var container : containers) {
            if (container.definition().essential() && container.isStopped()) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }

    private Stop causeOf(Container ended) {
        var failed = !task.hasRun() && !ended.hasRun();
        return failed && ended.error().isPresent()
                ? Stop.byFailure(ended.error().get())
                : Stop.byEssentialExit();
    }

    /** Starts what can be started; how the task then stands in its target groups. */
    private TargetHealth unfold() {
        for (var place = 0; place < containers.size(); place++) {
            if (containers.get(place).isUntouched() && isReady(place)) {
                start(place);
            }
        }
        var register = task.assignment().routed()
                && task.target() == TargetHealth.NONE
                && containers.stream().allMatch(Container::isSettled);
        if (register) {
            orders.add(new Order.Register(task.id()));
        }
        return register ? TargetHealth.REGISTERING : task.target();
    }

    private boolean isReady(int place) {
        for (var link : task.definition().links(place)) {
            if (!Waiting.isMet(containers.get(link.to()), link.condition())) {
                return false;
            }
        }
        return true;
    }

    private void start(int place) {
        var started = containers.get(place).starting(now);
        containers.set(place, started);
        orders.add(new Order.Start(idOf(started), started.run(), started.definition()));
    }

    /** Takes the task out of its target groups and then stops its containers; how it then stands in the groups. */
    private TargetHealth wind(TargetHealth target) {
        if (target.isIn()) {
            orders.add(new Order.Deregister(task.id()));
            return TargetHealth.DRAINING;
        }
        if (target != TargetHealth.DRAINING) {
            stopContainers();
        }
        return target;
    }

    private void stopContainers() {
        for (var place = containers.size() - 1; place >= 0; place--) {
            if (containers.get(place).isUntouched()) {
                containers.set(place, containers.get(place).spared());
            }
        }
        for (var place = 0; place < containers.size(); place++) {
            if (!containers.get(place).isStopped() && dependantsStopped(place)) {
                stop(place);
            }
        }
    }

    private boolean dependantsStopped(int place) {
        for (var dependant : task.definition().dependants(place)) {
            if (!containers.get(dependant).isStopped()) {
                return false;
            }
        }
        return true;
    }

    private void stop(int place) {
        var container = containers.get(place);
        var due = nextStop(container);
        if (due.isAfter(now)) {
            deadlines.add(due);
            return;
        }
        containers.set(place, container.asked(Asked.STOP, now));
        orders.add(new Order.Stop(idOf(container), container.definition().stopTimeout()));
        deadlines.add(nextStop(containers.get(place)));
    }

    /** When the engine is to be asked, or asked again, to stop it. */
    private Instant nextStop(Container container) {
        return switch (container.asked()) {
            case NOTHING, START -> now;
            case STOP ->
                container.askedAt().plus(container.definition().stopTimeout()).plus(STOP_MARGIN);
            case STOP_IN_VAIN -> container.askedAt().plus(STOP_RETRY);
        };
    }

    private ContainerId idOf(Container container) {
        return new ContainerId(task.id(), container.definition().name());
    }

    private static TaskStatus status(Task task) {
        return task.isWanted()
                ? statusOf(task.containers(), task.assignment().routed(), task.target())
                : endingStatus(task);
    }

    /** The status of a task that goes on. */
    static TaskStatus statusOf(List<Container> containers, boolean routed, TargetHealth target) {
        var first = containers.get(0);
        if (isPause(first) && !first.isSettled()) {
            return TaskStatus.PROVISIONING;
        }
        for (var container : containers) {
            if (!container.isSettled()) {
                return TaskStatus.PENDING;
            }
        }
        var waits = routed && target.compareTo(TargetHealth.INITIAL) < 0;
        return waits ? TaskStatus.ACTIVATING : TaskStatus.RUNNING;
    }

    private static TaskStatus endingStatus(Task task) {
        if (task.target() == TargetHealth.DRAINING) {
            return TaskStatus.DEACTIVATING;
        }
        var left = 0;
        for (var container : task.containers()) {
            left += container.isStopped() ? 0 : 1;
        }
        if (left == 0) {
            return TaskStatus.STOPPED;
        }
        var first = task.containers().get(0);
        return left == 1 && isPause(first) && !first.isStopped() ? TaskStatus.DEPROVISIONING : TaskStatus.STOPPING;
    }

    private static boolean isPause(Container container) {
        return container.definition().name().equals(TaskDefinition.PAUSE);
    }
}
