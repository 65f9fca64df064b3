package dev.stowage.local.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A task: what it was started for, what is wanted of it, and what is known of it. It stops only for a reason, and the first
 * one stays.
 *
 * @param id its name
 * @param definition what it was made from
 * @param assignment what it was started for
 * @param containers what is known of each, in the order of the definition
 * @param status its {@code lastStatus}
 * @param stop why it stops, where it does
 * @param target how it stands in its target groups
 * @param times when it came how far
 * @param protectedUntil until when its service may not choose it to be stopped
 * @param complaint what the last target group said that found it unhealthy
 */
public record Task(
        TaskId id,
        TaskDefinition definition,
        Assignment assignment,
        List<Container> containers,
        TaskStatus status,
        Optional<Stop> stop,
        TargetHealth target,
        Times times,
        Optional<Instant> protectedUntil,
        Optional<TargetComplaint> complaint) {

    /** A task that was accepted just now, for which nothing was done yet. */
    public static Task accepted(TaskId id, TaskDefinition definition, Assignment assignment, Instant now) {
        var containers = definition.containers().stream()
                .map(one -> Container.fresh(one, now))
                .toList();
        return new Task(
                id,
                definition,
                assignment,
                containers,
                TaskPlan.statusOf(containers, assignment.routed(), TargetHealth.NONE),
                Optional.empty(),
                TargetHealth.NONE,
                Times.since(now),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is wanted to run: the {@code desiredStatus} is {@code RUNNING}, not {@code STOPPED}. */
    public boolean isWanted() {
        return stop.isEmpty();
    }

    /** Whether ECS counts it as running or pending. */
    public boolean isLive() {
        return isWanted() && status != TaskStatus.STOPPED;
    }

    /** Whether all its containers have ended. */
    public boolean isStopped() {
        return status == TaskStatus.STOPPED;
    }

    /** Whether it came to {@code RUNNING} at some time. */
    public boolean hasRun() {
        return times.started().isPresent();
    }

    /** Whether its service may not choose it to be stopped. */
    public boolean isProtected(Instant now) {
        return protectedUntil.isPresent() && protectedUntil.get().isAfter(now);
    }

    /**
     * How far it has come in the words of the agent, which its metadata endpoint uses: as far as the container that has come
     * the least far. {@code RESOURCES_PROVISIONED} is {@code RUNNING} for a task; a pause container that is not there yet
     * counts as made.
     */
    public ContainerStatus known() {
        var least = ContainerStatus.STOPPED;
        for (var container : containers) {
            var far = container.farAsTask();
            least = least.reached(far) ? far : least;
        }
        return least;
    }

    /** Unhealthy if some essential container is; else unknown if some with a check is, or none has one; else healthy. */
    public Health health() {
        var health = Health.UNKNOWN;
        for (var container : containers) {
            var counts =
                    container.definition().essential() && container.definition().healthChecked();
            if (counts && container.health() != Health.HEALTHY) {
                return anyUnhealthy() ? Health.UNHEALTHY : Health.UNKNOWN;
            }
            health = counts ? Health.HEALTHY : health;
        }
        return health;
    }

    private boolean anyUnhealthy() {
        return containers.stream().anyMatch(one -> one.definition().essential() && one.health() == Health.UNHEALTHY);
    }

    /** The same, told to stop for that reason unless it stops already for another. */
    public Task stopping(Stop reason, Instant now) {
        return isWanted() ? with(containers, Optional.of(reason), target, times.stopping(now)) : this;
    }

    /** The same, protected from the choices of its service until then. */
    public Task protectedUntil(Instant end) {
        return new Task(
                id, definition, assignment, containers, status, stop, target, times, Optional.of(end), complaint);
    }

    /** The same, with what was seen, unless that is old or tells nothing. */
    public Task saw(Seen seen, Instant now) {
        if (seen instanceof TargetSeen verdict) {
            return verdict.health().mayFollow(target) ? judged(verdict) : this;
        }
        var about = (ContainerSeen) seen;
        var next = new ArrayList<Container>(containers.size());
        for (var container : containers) {
            var isIt = container.definition().name().equals(about.container().name());
            next.add(isIt ? container.saw(about, now) : container);
        }
        return with(next, stop, target, times);
    }

    /** What was asked for it of which nothing came yet: whoever takes it over asks for it again. */
    public List<Order> outstanding() {
        return TaskPlan.outstanding(this);
    }

    private Task judged(TargetSeen verdict) {
        var said = verdict.complaint().or(() -> complaint);
        return new Task(
                id, definition, assignment, containers, status, stop, verdict.health(), times, protectedUntil, said);
    }

    Task with(List<Container> known, Optional<Stop> reason, TargetHealth targets, Times moments) {
        return new Task(
                id,
                definition,
                assignment,
                List.copyOf(known),
                status,
                reason,
                targets,
                moments,
                protectedUntil,
                complaint);
    }

    Task become(TaskStatus next, Instant now) {
        return next == status
                ? this
                : new Task(
                        id,
                        definition,
                        assignment,
                        containers,
                        next,
                        stop,
                        target,
                        times.reached(next, now),
                        protectedUntil,
                        complaint);
    }
}
