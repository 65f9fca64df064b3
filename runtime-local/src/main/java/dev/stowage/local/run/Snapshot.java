package dev.stowage.local.run;

import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a run after a round of its loop.
 *
 * @param at when
 * @param services its services, in the order of their creation
 * @param tasks its tasks, oldest first; those that stopped are shown for an hour more
 */
public record Snapshot(Instant at, List<Service> services, List<Task> tasks) {

    /** Nothing yet. */
    public static final Snapshot NOTHING = new Snapshot(Instant.EPOCH, List.of(), List.of());

    /** The service of that name. */
    public Optional<Service> service(String name) {
        return services.stream()
                .filter(service -> service.spec().name().equals(name))
                .findFirst();
    }

    /** The tasks of a service, oldest first. */
    public List<Task> tasksOf(Service service) {
        return tasks.stream()
                .filter(task -> task.assignment().group().equals(service.spec().group()))
                .toList();
    }

    /** The tasks whose name begins like that. */
    public List<Task> tasks(String prefix) {
        return tasks.stream()
                .filter(task -> task.id().value().startsWith(prefix))
                .toList();
    }

    /** Whether every service is there as it is wanted, on its newest deployment. */
    public boolean isStable() {
        return services.stream().allMatch(Snapshot::isDone);
    }

    /** Whether nothing more comes of the deployments: each service is as it is wanted, or its deployment was given up. */
    public boolean isSettled() {
        for (var service : services) {
            if (!isDone(service) && !service.rollout().primary().isFailed()) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing will happen any more: no task lives, and none is wanted. */
    public boolean isOver() {
        return tasks.stream().allMatch(Task::isStopped)
                && services.stream().noneMatch(one -> one.status() == ServiceStatus.ACTIVE);
    }

    /** Whether a service is as it is wanted, on its newest deployment. */
    public static boolean isDone(Service service) {
        var isThere = service.steady() && service.rollout().primary().state() == RolloutState.COMPLETED;
        return isThere || service.status() == ServiceStatus.INACTIVE;
    }
}
