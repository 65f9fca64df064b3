package dev.stowage.local.service;

import dev.stowage.local.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of a service by what they are worth to it. A task is <em>fresh</em> if the primary deployment started it and its
 * instance stays; all others are <em>stale</em> and are to be replaced.
 */
final class Census {

    private final Service service;
    private final Situation situation;
    private final List<Task> healthy = new ArrayList<>();
    private final List<Task> starting = new ArrayList<>();
    private final List<Task> unhealthy = new ArrayList<>();
    private final List<Task> staleHealthy = new ArrayList<>();
    private final List<Task> staleOthers = new ArrayList<>();
    private final List<Task> ending = new ArrayList<>();

    private Census(Service service, Situation situation) {
        this.service = service;
        this.situation = situation;
    }

    static Census of(Service service, List<Task> tasks, Situation situation) {
        var census = new Census(service, situation);
        for (var task : tasks) {
            census.add(task);
        }
        return census;
    }

    private void add(Task task) {
        if (task.isLive()) {
            addLive(task);
        } else if (!task.isStopped()) {
            ending.add(task);
        }
    }

    private void addLive(Task task) {
        var condition = conditionOf(task);
        if (isStale(task)) {
            (condition == Condition.HEALTHY ? staleHealthy : staleOthers).add(task);
            return;
        }
        switch (condition) {
            case HEALTHY -> healthy.add(task);
            case STARTING -> starting.add(task);
            case UNHEALTHY -> unhealthy.add(task);
        }
    }

    private Condition conditionOf(Task task) {
        return Condition.of(task, service.spec().grace(), situation.now(), situation.scale());
    }

    /** Whether a live task counts towards the minimum. */
    boolean isHealthy(Task task) {
        return conditionOf(task) == Condition.HEALTHY;
    }

    /** Whether a live task is to be replaced. */
    boolean isStale(Task task) {
        return !task.assignment().startedBy().equals(service.rollout().primary().id()) || isLeaving(task);
    }

    /** Whether the instance of a task takes no new ones. */
    boolean isLeaving(Task task) {
        return task.assignment()
                .site()
                .instance()
                .filter(situation.fleet()::isLeaving)
                .isPresent();
    }

    /** Fresh and healthy. */
    List<Task> healthy() {
        return healthy;
    }

    /** Fresh, and neither healthy nor unhealthy yet. */
    List<Task> starting() {
        return starting;
    }

    /** Fresh and unhealthy. */
    List<Task> unhealthy() {
        return unhealthy;
    }

    /** To be replaced, and healthy so far. */
    List<Task> staleHealthy() {
        return staleHealthy;
    }

    /** To be replaced, and not healthy. */
    List<Task> staleOthers() {
        return staleOthers;
    }

    /** Told to stop and not stopped yet. */
    List<Task> ending() {
        return ending;
    }

    /** How many fresh tasks are as good as they can be by now. */
    int promising() {
        return healthy.size() + starting.size();
    }

    /** How many tasks are healthy, fresh or not. */
    int allHealthy() {
        return healthy.size() + staleHealthy.size();
    }

    /** How many tasks ECS counts as running or pending. */
    int live() {
        return allHealthy() + starting.size() + unhealthy.size() + staleOthers.size();
    }

    /** All that ECS counts as running or pending. */
    List<Task> all() {
        var all = new ArrayList<Task>(live());
        all.addAll(healthy);
        all.addAll(starting);
        all.addAll(unhealthy);
        all.addAll(staleHealthy);
        all.addAll(staleOthers);
        return all;
    }

    /** Whether as many tasks run as are wanted, all of them healthy and fresh, and none is on its way out. */
    boolean isSteady(int desired) {
        return healthy.size() == desired && live() == desired && ending.isEmpty();
    }

    /** When the condition of a task may change although nothing happens. */
    Optional<Instant> nextChange() {
        var next = Instant.MAX;
        for (var task : all()) {
            var change = Condition.changeOf(task, service.spec().grace(), situation.scale());
            if (change.isPresent()
                    && change.get().isAfter(situation.now())
                    && change.get().isBefore(next)) {
                next = change.get();
            }
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }
}
