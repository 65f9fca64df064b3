package dev.stowage.local.service;

import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be done about a service, decided in this order:
 *
 * <ol>
 *   <li>Tasks that became healthy make up for failures before them.
 *   <li>The circuit breaker gives a deployment up that had too many, or an alarm does; both go back if they may.
 *   <li>Tasks start and stop, as the scheduler of replicas or that of daemons has it.
 *   <li>A deployment is completed, and the service steady, when the tasks that are wanted are all there are.
 * </ol>
 */
public final class ServicePlan {

    /** How long a task that found no place waits before it is tried again; ECS does not say. */
    private static final Duration PLACING_AGAIN = Duration.ofSeconds(10);

    /** How soon a service that came to rest is looked at again, since now its zones may be evened out. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Situation situation;
    private final Judge judge;
    private final List<Task> tasks;

    private ServicePlan(List<Task> tasks, Situation situation) {
        this.judge = new Judge(situation);
        this.situation = situation;
        this.tasks = tasks;
    }

    /**
     * What is to be done about a service at this moment.
     *
     * @param service the service
     * @param tasks all its tasks, also those that stopped and are still shown
     */
    public static ServiceStep plan(Service service, List<Task> tasks, Situation situation) {
        return new ServicePlan(tasks, situation).step(service);
    }

    private ServiceStep step(Service known) {
        var census = Census.of(known, tasks, situation);
        var judged = judge.judged(withHealth(known, census), desired(known));
        var isSame =
                judged.rollout().primary().id().equals(known.rollout().primary().id());
        var now = isSame ? census : Census.of(judged, tasks, situation);
        var mayStart = !judged.throttle().pause().isOn(situation.now())
                && !judged.placing().isOn(situation.now());
        var moves = scheduled(judged, now, mayStart);
        var moved = concluded(noted(judged, moves, now), now, moves);
        var again = moved.steady() && !known.steady() && ZoneBalance.isWantedBy(moved.spec())
                ? Optional.of(situation.now().plus(TICK))
                : again(moved, now);
        return new ServiceStep(moved, moves.started(), moves.stopped(), again);
    }

    private Moves scheduled(Service service, Census census, boolean mayStart) {
        return daemonPlacement(service)
                .map(where -> new DaemonScheduler(service, situation, census, where).moves(mayStart))
                .orElseGet(() -> new ReplicaScheduler(service, situation, census, desired(service)).moves(mayStart));
    }

    private int desired(Service service) {
        return service.desired(daemonPlacement(service)
                .map(where ->
                        DaemonScheduler.membersOf(service, situation, where).size())
                .orElse(0));
    }

    private static Optional<Placement> daemonPlacement(Service service) {
        var isDaemon = service.spec().scheduling() instanceof Scheduling.Daemon;
        return isDaemon && service.spec().launch() instanceof Launch.OnInstances on
                ? Optional.of(on.placement())
                : Optional.empty();
    }

    private Service withHealth(Service service, Census census) {
        var healthy = new HashSet<TaskId>();
        var rollout = service.rollout();
        for (var task : census.healthy()) {
            healthy.add(task.id());
            if (!service.healthy().contains(task.id())) {
                var breaker = service.spec().settings().breaker();
                rollout = rollout.becameHealthy(task.assignment().startedBy(), breaker);
            }
        }
        return service.with(rollout).healthy(Set.copyOf(healthy));
    }

    /** With what was done: events, and failures that count for the breaker. */
    private Service noted(Service service, Moves moves, Census census) {
        var name = service.spec().name();
        var next = withEvents(service, moves.problems());
        if (moves.unplaced()) {
            next = unplaced(next, census);
        }
        for (var stopping : moves.stopped()) {
            next = stopping.isForHealth() ? foundUnhealthy(next, stopping) : next;
        }
        if (moves.evening()) {
            return evened(next, moves, census);
        }
        if (!moves.started().isEmpty()) {
            next = next.with(ServiceEvent.started(name, ids(moves.started().stream()), situation.now()));
        }
        if (!moves.stopped().isEmpty()) {
            var stopped = ids(moves.stopped().stream().map(Stopping::task));
            next = next.with(ServiceEvent.stopped(name, stopped, situation.now()));
        }
        return next;
    }

    /** With what was done to even the zones out: one task at a time. */
    private Service evened(Service service, Moves moves, Census census) {
        var name = service.spec().name();
        var next = service;
        if (!service.evening()) {
            var balance = ZoneBalance.of(service, situation, census.all()).described(" in ");
            next = next.evening(true).with(ServiceEvent.uneven(name, balance, situation.now()));
        }
        for (var task : moves.started()) {
            var zone = ZoneBalance.zoneOf(task);
            next = next.with(ServiceEvent.startedToEven(name, List.of(task.id()), zone, situation.now()));
        }
        for (var stopping : moves.stopped()) {
            var task = stopping.task();
            var zone = ZoneBalance.zoneOf(task);
            next = next.with(ServiceEvent.stoppedToEven(name, List.of(task.id()), zone, situation.now()));
        }
        return next;
    }

    private static Service withEvents(Service service, List<ServiceEvent> events) {
        var next = service;
        for (var event : events) {
            next = next.with(event);
        }
        return next;
    }

    /** Room that tasks on their way out still hold is not missing, so that waiting for it is no failure. */
    private Service unplaced(Service service, Census census) {
        var pause = new Pause(situation.now(), situation.scale().of(PLACING_AGAIN));
        var primary = service.rollout().primary().id();
        var counted = census.ending().isEmpty() ? service.with(service.rollout().failedToStart(primary)) : service;
        return counted.with(pause);
    }

    private Service foundUnhealthy(Service service, Stopping stopping) {
        var name = service.spec().name();
        var event = stopping.reason().equals(Stop.byHealthCheck())
                ? ServiceEvent.unhealthy(name, stopping.task().id(), situation.now())
                : ServiceEvent.unhealthy(name, complaint(stopping.task(), service.spec()), situation.now());
        var startedBy = stopping.task().assignment().startedBy();
        return service.with(service.rollout().foundUnhealthy(startedBy)).with(event);
    }

    private static TargetComplaint complaint(Task task, ServiceSpec spec) {
        return task.complaint()
                .orElseGet(() -> new TargetComplaint(spec.targetGroups().get(0), 0, "Health checks failed"));
    }

    private Service concluded(Service service, Census census, Moves moves) {
        var name = service.spec().name();
        var quiet = moves.started().isEmpty() && moves.stopped().isEmpty();
        var steady = quiet && census.isSteady(desired(service));
        var next = service.with(service.rollout().without(one -> !hasTasks(one)));
        if (steady && next.status() == ServiceStatus.DRAINING) {
            return next.steady(true).gone();
        }
        if (steady && next.rollout().primary().isInProgress()) {
            next = judge.settled(next);
        }
        if (steady && !next.steady()) {
            next = next.with(ServiceEvent.steady(name, situation.now()));
        }
        if (steady && next.evening()) {
            next = balanced(next, census);
        }
        return next.steady(steady);
    }

    private Service balanced(Service service, Census census) {
        var balance = ZoneBalance.of(service, situation, census.all());
        var event = ServiceEvent.even(service.spec().name(), balance.described(" tasks in "), situation.now());
        return balance.isEven() ? service.evening(false).with(event) : service;
    }

    private boolean hasTasks(Deployment deployment) {
        for (var task : tasks) {
            if (!task.isStopped() && task.assignment().startedBy().equals(deployment.id())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Instant> again(Service service, Census census) {
        var times = new ArrayList<Instant>();
        census.nextChange().ifPresent(times::add);
        times.add(service.throttle().pause().end());
        times.add(service.placing().end());
        times.add(service.watch().bake().end());
        census.all().forEach(task -> task.protectedUntil().ifPresent(times::add));
        return times.stream().filter(situation.now()::isBefore).min(Instant::compareTo);
    }

    private static List<TaskId> ids(Stream<Task> tasks) {
        return tasks.map(Task::id).toList();
    }
}
