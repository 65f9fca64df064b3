package dev.stowage.local.deploy;

import dev.stowage.local.task.TaskDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The deployments of a service.
 *
 * @param primary the newest one, which is to run: {@code PRIMARY}
 * @param active those that still have tasks, newest first: {@code ACTIVE}
 * @param completed the last one that was completed, to which a rollback goes back
 */
public record Rollout(Deployment primary, List<Deployment> active, Optional<Deployment> completed) {

    /** The first deployment of a service. */
    public static Rollout first(String id, TaskDefinition definition, Instant now) {
        return new Rollout(Deployment.begun(id, definition, now), List.of(), Optional.empty());
    }

    /** The same, with a new deployment that takes over from all others. */
    public Rollout begin(String id, TaskDefinition definition, Instant now) {
        return superseded(Deployment.begun(id, definition, now), primary);
    }

    /** The primary deployment and the active ones, newest first. */
    public List<Deployment> all() {
        var all = new ArrayList<>(List.of(primary));
        all.addAll(active);
        return all;
    }

    /** What the breaker does about the primary deployment. */
    public BreakerStatus breakerStatus(Breaker breaker) {
        if (!breaker.enabled()) {
            return BreakerStatus.DISABLED;
        }
        return switch (primary.state()) {
            case IN_PROGRESS -> BreakerStatus.MONITORING;
            case COMPLETED -> BreakerStatus.MONITORING_COMPLETE;
            case FAILED ->
                primary.reason().equals(Failure.TASKS.reason())
                        ? BreakerStatus.TRIGGERED
                        : BreakerStatus.MONITORING_COMPLETE;
        };
    }

    /** The same, after a task of that deployment was {@code RUNNING}. */
    public Rollout ran(String deployment) {
        return changed(deployment, one -> !one.hasRun(), Deployment::running);
    }

    /** The same, after a task of that deployment ended or could not be placed without ever having been {@code RUNNING}. */
    public Rollout failedToStart(String deployment) {
        return changed(deployment, one -> !one.hasRun(), one -> one.counting(one.failedTasks() + 1));
    }

    /** The same, after a task of that deployment was stopped because it was unhealthy. */
    public Rollout foundUnhealthy(String deployment) {
        return changed(deployment, Deployment::hasRun, one -> one.counting(one.failedTasks() + 1));
    }

    /** The same, after a task of that deployment became healthy. */
    public Rollout becameHealthy(String deployment, Breaker breaker) {
        return breaker.resetOnHealthyTask()
                ? changed(deployment, one -> one.failedTasks() > 0, one -> one.counting(0))
                : this;
    }

    /** Whether the breaker is to give the primary deployment up now. */
    public boolean isTripped(Breaker breaker, int desired) {
        return breaker.enabled()
                && primary.isInProgress()
                && primary.failedTasks() >= breaker.threshold().of(desired);
    }

    /** What is made again when the primary deployment is given up; a failed way back has no other way back. */
    public Optional<Deployment> wayBack() {
        return primary.rollback() ? Optional.empty() : completed;
    }

    /** The same, with the primary deployment given up. */
    public Rollout giveUp(Failure cause, Instant now) {
        return new Rollout(primary.failed(cause, now), active, completed);
    }

    /** The same, with a new deployment of what an earlier one was. */
    public Rollout goBack(String id, Deployment to, Failure cause, Instant now) {
        return superseded(Deployment.rollback(id, to, cause, now), primary);
    }

    /** The same, with the primary deployment at its end. */
    public Rollout complete(Instant now) {
        var done = primary.completed(now);
        return new Rollout(done, active, Optional.of(done));
    }

    /** The same, without those active deployments that have no task left. */
    public Rollout without(Predicate<Deployment> gone) {
        return active.stream().noneMatch(gone)
                ? this
                : new Rollout(primary, active.stream().filter(gone.negate()).toList(), completed);
    }

    /** The same, with nothing for the breaker to go back to. */
    public Rollout withoutWayBack() {
        return new Rollout(primary, active, Optional.empty());
    }

    private Rollout superseded(Deployment by, Deployment old) {
        var left = new ArrayList<>(List.of(old));
        left.addAll(active);
        return new Rollout(by, List.copyOf(left), completed);
    }

    private Rollout changed(String id, Predicate<Deployment> when, UnaryOperator<Deployment> change) {
        return primary.id().equals(id) && when.test(primary)
                ? new Rollout(change.apply(primary), active, completed)
                : this;
    }
}
