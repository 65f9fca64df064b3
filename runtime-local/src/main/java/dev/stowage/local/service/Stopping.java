package dev.stowage.local.service;

import dev.stowage.local.task.Health;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.TargetComplaint;
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
        return new Stopping(task, inside ? Stop.byHealthCheck() : Stop.byTargetGroup(groupOf(task, spec)), false);
    }

    /** The target group that complains of a task; the first of its service where none is known to. */
    private static String groupOf(Task task, ServiceSpec spec) {
        return task.complaint()
                .map(TargetComplaint::targetGroup)
                .orElse(spec.targetGroups().get(0));
    }

    /** Whether the task was found unhealthy. */
    boolean isForHealth() {
        return !reason.equals(Stop.byScaling(task.assignment().startedBy()));
    }
}
