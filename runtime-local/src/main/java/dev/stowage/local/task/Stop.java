package dev.stowage.local.task;

/**
 * Why a task stops: the first reason stays.
 *
 * @param code the kind of cause
 * @param reason the {@code stoppedReason} that the ECS API shows
 */
public record Stop(StopCode code, String reason) {

    /** Somebody stops the task by hand. */
    public static Stop byUser(String reason) {
        return new Stop(StopCode.USER_INITIATED, reason.isEmpty() ? "Task stopped by user" : reason);
    }

    /** The service shrinks, or a deployment replaces the task. */
    public static Stop byScaling(String deployment) {
        return byScheduler("Scaling activity initiated by (deployment " + deployment + ")");
    }

    /** A target group found the task unhealthy. */
    public static Stop byTargetGroup(String targetGroup) {
        return byScheduler("Task failed ELB health checks in (target-group " + targetGroup + ")");
    }

    /** A container's own check found it unhealthy. */
    public static Stop byHealthCheck() {
        return byScheduler("Task failed container health checks");
    }

    /** Spot capacity is taken back. */
    public static Stop bySpot() {
        return new Stop(StopCode.SPOT_INTERRUPTION, "Your Spot Task was interrupted.");
    }

    /** The process that led its run died before the task was made, and what was lost with it is needed. */
    public static Stop byLoss() {
        return byFailure(new ContainerError(
                "ResourceInitializationError",
                "the process that led the run died before the task was started, and its secrets are not kept"));
    }

    static Stop byEssentialExit() {
        return new Stop(StopCode.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited");
    }

    static Stop byFailure(ContainerError error) {
        return new Stop(StopCode.TASK_FAILED_TO_START, error.toString());
    }

    private static Stop byScheduler(String reason) {
        return new Stop(StopCode.SERVICE_SCHEDULER_INITIATED, reason);
    }
}
