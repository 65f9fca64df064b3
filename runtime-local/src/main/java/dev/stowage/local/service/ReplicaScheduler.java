package dev.stowage.local.service;

import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.task.Task;
import dev.stowage.schema.semantics.RollingBounds;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a service that wants a number of tasks:
 *
 * <ol>
 *   <li>Stale tasks that do not run yet on an instance that drains stop at once.
 *   <li>As many fresh tasks start as are missing, within the maximum.
 *   <li>Stale tasks stop: those that are not healthy freely, the others down to the minimum.
 *   <li>Unhealthy fresh tasks stop as their replacements become healthy; where the maximum leaves no room for one, a single
 *       one goes first.
 *   <li>Fresh tasks beyond the desired count stop, the healthy ones down to the minimum.
 *   <li>Where nothing of all that is to be done and the zones are uneven, one task starts in the emptiest zone; once it is
 *       healthy, one in the fullest zone is beyond the desired count.
 * </ol>
 *
 * A deployment that was given up starts nothing and replaces nothing.
 */
final class ReplicaScheduler {

    private final Service service;
    private final Situation situation;
    private final Census census;
    private final int desired;
    private final RollingBounds bounds;
    private final List<Stopping> stopped = new ArrayList<>();
    private final List<ServiceEvent> problems = new ArrayList<>();

    ReplicaScheduler(Service service, Situation situation, Census census, int desired) {
        this.service = service;
        this.situation = situation;
        this.census = census;
        this.desired = desired;
        this.bounds = service.spec().settings().bounds(desired);
    }

    Moves moves(boolean mayStart) {
        var replaces = !service.rollout().primary().isFailed() || service.status() != ServiceStatus.ACTIVE;
        stopPendingOnLeaving();
        var starter = new Starter(service, situation, census.all());
        if (replaces && mayStart) {
            starter.start(bounds.toStart(census.promising(), census.live() - stopped.size()));
        }
        var spare = bounds.toStop(census.allHealthy());
        if (replaces) {
            spare = stopStale(spare);
            stopUnhealthy();
        }
        var isOccupied = !starter.started().isEmpty() || !stopped.isEmpty();
        stopSurplus(spare);
        reportBlocked(replaces);
        starter.problem().ifPresent(problems::add);
        var unplaced = starter.problem().isPresent();
        var evening = !isOccupied && (stopped.isEmpty() ? mayStart && startEvening(starter) : service.evening());
        return new Moves(starter.started(), stopped, problems, unplaced, evening);
    }

    /** Starts one task where there are too few, if nothing else is to be done and one may stop where there are the most. */
    private boolean startEvening(Starter starter) {
        if (!isAtRest() || !ZoneBalance.isWantedBy(service.spec()) || bounds.upper() <= desired) {
            return false;
        }
        var balance = ZoneBalance.of(service, situation, census.all());
        var isHeld = balance.inFullest(census.healthy()).stream().allMatch(task -> task.isProtected(situation.now()));
        return !isHeld && balance.poor().stream().anyMatch(starter::startIn);
    }

    private boolean isAtRest() {
        var isDone = service.rollout().primary().state() == RolloutState.COMPLETED;
        var isWanted = service.status() == ServiceStatus.ACTIVE;
        return isDone && isWanted && problems.isEmpty() && census.isSteady(desired);
    }

    private void stopPendingOnLeaving() {
        for (var task : census.staleOthers()) {
            if (task.status().isPending() && census.isLeaving(task)) {
                stop(task, false);
            }
        }
    }

    /** How many healthy tasks may still stop. */
    private int stopStale(int spare) {
        for (var task : census.staleOthers()) {
            if (!task.isProtected(situation.now()) && !isStopped(task)) {
                stop(task, false);
            }
        }
        var chosen = new ScaleIn(service, situation).choose(census.staleHealthy(), spare);
        chosen.forEach(task -> stop(task, true));
        return spare - chosen.size();
    }

    private void stopUnhealthy() {
        var unhealthy = census.unhealthy();
        var replaced = census.healthy().size() + unhealthy.size() - desired;
        var full = census.live() >= bounds.upper() && census.starting().isEmpty() && stopped.isEmpty();
        var count = Math.min(unhealthy.size(), Math.max(replaced, full ? 1 : 0));
        for (var task : unhealthy.subList(0, Math.max(0, count))) {
            stopped.add(Stopping.unhealthy(task, service.spec()));
        }
    }

    private void stopSurplus(int spare) {
        var choice = new ScaleIn(service, situation);
        var surplus = (service.evening() ? census.healthy().size() : census.promising()) - desired;
        if (surplus <= 0) {
            return;
        }
        var pending = service.evening() ? List.<Task>of() : choice.choose(census.starting(), surplus);
        pending.forEach(task -> stop(task, false));
        var healthy = choice.choose(mostly(), Math.min(spare, surplus - pending.size()));
        healthy.forEach(task -> stop(task, true));
        var isHeld = census.all().stream().allMatch(task -> isStopped(task) || task.isProtected(situation.now()));
        if (pending.size() + healthy.size() < surplus && isHeld) {
            var deployment = service.rollout().primary().id();
            problems.add(ServiceEvent.protectedTasks(service.spec().name(), deployment, situation.now()));
        }
    }

    /** The healthy ones among which a scale-in chooses. */
    private List<Task> mostly() {
        if (!service.evening()) {
            return census.healthy();
        }
        var full = ZoneBalance.of(service, situation, census.all()).inFullest(census.healthy());
        return full.stream().allMatch(task -> task.isProtected(situation.now())) ? census.healthy() : full;
    }

    private void reportBlocked(boolean replaces) {
        if (replaces && !census.staleHealthy().isEmpty() && !bounds.canRoll()) {
            problems.add(ServiceEvent.blocked(service.spec().name(), situation.now()));
        }
    }

    private void stop(Task task, boolean counts) {
        stopped.add(Stopping.scaled(task, counts));
    }

    private boolean isStopped(Task task) {
        return stopped.stream().anyMatch(one -> one.task().id().equals(task.id()));
    }
}
