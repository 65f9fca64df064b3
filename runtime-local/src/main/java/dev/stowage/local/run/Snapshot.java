package dev.stowage.local.run;

import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.StopCode;
import dev.stowage.local.task.Task;
import java.time.Duration;
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

    private static final int HOPELESS = 3;
    private static final int LOOPING = 10;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Nothing yet. */
    public static final Snapshot NOTHING = new Snapshot(Instant.EPOCH, List.of(), List.of());

    /** The service that is known by that. */
    public Optional<Service> service(ServiceId id) {
        return services.stream()
                .filter(service -> service.spec().id().equals(id))
                .findFirst();
    }

    /** The services that a word names: {@code NAME}, which may be in several clusters, or {@code CLUSTER/NAME}. */
    public List<ServiceId> named(String word) {
        return services.stream()
                .map(service -> service.spec().id())
                .filter(id -> id.name().equals(word) || id.toString().equals(word))
                .toList();
    }

    /** What a service is called: its name, with its cluster before it where another one has a service of that name, too. */
    public String nameOf(ServiceId id) {
        return named(id.name()).size() > 1 ? id.toString() : id.name();
    }

    /** What the service or the family of a task is called. */
    public String nameOf(Group group) {
        return group.service()
                .map(name -> nameOf(new ServiceId(group.cluster(), name)))
                .orElseGet(group::called);
    }

    /** The tasks of a service, oldest first. */
    public List<Task> tasksOf(Service service) {
        return tasks.stream().filter(service.spec().id()::has).toList();
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

    /** Whether nothing more comes of the deployments: each service is as it is wanted, was given up, or does not come up. */
    public boolean isSettled() {
        return services.stream().allMatch(this::isSettled);
    }

    /** Whether nothing more comes of the deployment of a service. */
    public boolean isSettled(Service service) {
        return isDone(service) || service.rollout().primary().isFailed() || isStuck(service);
    }

    /**
     * Whether a service does not come up, and no circuit breaker gives it up: {@value #HOPELESS} of its tasks could not be
     * started, which does not heal by itself, or {@value #LOOPING} ended by themselves in at least a minute. ECS tries for hours.
     */
    public boolean isStuck(Service service) {
        var primary = service.rollout().primary();
        var own = tasksOf(service).stream()
                .filter(task -> task.assignment().startedBy().equals(primary.id()))
                .toList();
        if (service.spec().settings().breaker().enabled()
                || isDone(service)
                || own.stream().anyMatch(task -> task.isWanted() && task.hasRun())) {
            return false;
        }
        var isOld = primary.createdAt().plus(A_WHILE).isBefore(at);
        return count(own, StopCode.TASK_FAILED_TO_START) >= HOPELESS
                || isOld && count(own, StopCode.ESSENTIAL_CONTAINER_EXITED) >= LOOPING;
    }

    private static long count(List<Task> tasks, StopCode code) {
        return tasks.stream()
                .filter(task -> task.stop().filter(stop -> stop.code() == code).isPresent())
                .count();
    }

    /** The services that run something else than they did then, when it was asked for: they went back to what was before. */
    public List<Service> rolledBack(Snapshot asked) {
        return services.stream()
                .filter(now -> asked.service(now.spec().id())
                        .filter(then -> !primary(then).equals(primary(now)))
                        .isPresent())
                .toList();
    }

    private static String primary(Service service) {
        return service.rollout().primary().definition().toString();
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
