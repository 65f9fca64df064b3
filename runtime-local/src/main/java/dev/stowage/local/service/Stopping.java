package dev.stowage.local.service;

import dev.stowage.local.task.Health;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;

/**
 * A task that its service tells to stop.
 *
 * @param task which one
 * @param reason why
 * @param counts whether it counted as healthy until now
 */
public record Stopping(Task task, Stop reason, boolean counts) {

    /** A task of which its service has too many. */
    static Stopping scaled(Task task, boolean counts) {
        return new Stopping(task, Stop.byScaling(task.assignment().startedBy()), counts);
    }

    /** A task that its own check or a target group found unhealthy. */
    static Stopping unhealthy(Task task, ServiceSpec spec) {
        var inside = task.health() == Health.UNHEALTHY || !spec.isRouted();
        return new Stopping(
                task,
                inside
                        ? Stop.byHealthCheck()
                        : Stop.byTargetGroup(spec.targetGroups().get(0)),
                false);
    }

    /** Whether the task was found unhealthy. */
    boolean isForHealth() {
        return !reason.equals(Stop.byScaling(task.assignment().startedBy()));
    }
}
