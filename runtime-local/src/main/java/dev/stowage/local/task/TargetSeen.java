package dev.stowage.local.task;

/**
 * How a task was seen to stand in its target groups.
 *
 * @param task which task
 * @param health the worst that any of the groups says
 */
public record TargetSeen(TaskId task, TargetHealth health) implements Seen {}
