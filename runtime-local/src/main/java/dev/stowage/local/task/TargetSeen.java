package dev.stowage.local.task;

import java.util.Optional;

/**
 * How a task was seen to stand in its target groups.
 *
 * @param task which task
 * @param health the worst that any of the groups says
 * @param complaint what that group says, where it is known to find the task unhealthy
 */
public record TargetSeen(TaskId task, TargetHealth health, Optional<TargetComplaint> complaint) implements Seen {

    /** A task of which no group complains, or nobody knows how. */
    public TargetSeen(TaskId task, TargetHealth health) {
        this(task, health, Optional.empty());
    }
}
