package dev.stowage.local.deploy;

import dev.stowage.local.task.TaskDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision that takes over a service, or took it over.
 *
 * @param id {@code ecs-svc/} and a number
 * @param definition what its tasks are made from
 * @param state how it goes
 * @param reason why it is in that state, in ECS's words
 * @param failedTasks how many of its tasks failed since the last one that did not
 * @param hasRun whether some task of it was {@code RUNNING}: from then on only unhealthy tasks count as failed
 * @param original the one whose revision it deploys again because another one failed; empty for one that somebody wants
 * @param createdAt when it began
 * @param updatedAt when its state changed last
 */
public record Deployment(
        String id,
        TaskDefinition definition,
        RolloutState state,
        String reason,
        int failedTasks,
        boolean hasRun,
        Optional<String> original,
        Instant createdAt,
        Instant updatedAt) {

    /** One that begins because somebody wants it. */
    static Deployment begun(String id, TaskDefinition definition, Instant now) {
        var reason = "ECS deployment " + id + " in progress.";
        return new Deployment(id, definition, RolloutState.IN_PROGRESS, reason, 0, false, Optional.empty(), now, now);
    }

    /** One that begins because another one failed. */
    static Deployment rollback(String id, Deployment to, Failure cause, Instant now) {
        var reason = cause.rollbackTo(to);
        var original = Optional.of(to.images());
        return new Deployment(id, to.definition(), RolloutState.IN_PROGRESS, reason, 0, false, original, now, now);
    }

    /** Whether it was made because another one failed. */
    public boolean rollback() {
        return original.isPresent();
    }

    /** The deployment that chose the images which its tasks run: itself, or the one that it goes back to. */
    public String images() {
        return original.orElse(id);
    }

    /** Whether it is still taking over. */
    public boolean isInProgress() {
        return state == RolloutState.IN_PROGRESS;
    }

    /** Whether it was given up. */
    public boolean isFailed() {
        return state == RolloutState.FAILED;
    }

    Deployment completed(Instant now) {
        return become(RolloutState.COMPLETED, "ECS deployment " + id + " completed.", now);
    }

    Deployment failed(Failure cause, Instant now) {
        return become(RolloutState.FAILED, cause.reason(), now);
    }

    Deployment counting(int failures) {
        return new Deployment(id, definition, state, reason, failures, hasRun, original, createdAt, updatedAt);
    }

    Deployment running() {
        return new Deployment(id, definition, state, reason, failedTasks, true, original, createdAt, updatedAt);
    }

    private Deployment become(RolloutState next, String why, Instant now) {
        return new Deployment(id, definition, next, why, failedTasks, hasRun, original, createdAt, now);
    }
}
