package dev.stowage.local.task;

/**
 * What went wrong with a container, in the agent's words.
 *
 * @param name the kind of error, such as {@code CannotPullContainerError}
 * @param message what the engine said
 */
public record ContainerError(String name, String message) {

    /** The engine could not make or start it. */
    public static ContainerError cannotStart(String message) {
        return new ContainerError("CannotStartContainerError", message);
    }

    /** Its image could not be had. */
    public static ContainerError cannotPull(String message) {
        return new ContainerError("CannotPullContainerError", message);
    }

    /** The engine did not stop it; it still runs. */
    public static ContainerError cannotStop(String message) {
        return new ContainerError("CannotStopContainerError", message);
    }

    /** The kernel killed it. */
    public static ContainerError outOfMemory() {
        return new ContainerError("OutOfMemoryError", "Container killed due to memory usage");
    }

    /** The engine does not know it any more. */
    public static ContainerError vanished() {
        return new ContainerError("ContainerVanishedError", "No container matching saved ID found");
    }

    /** Its task was stopped while its image was still being pulled. */
    public static ContainerError neverPulled() {
        return new ContainerError("TaskStoppedBeforePullBeginError", "Task stopped before image pull could begin");
    }

    /** The dependencies of a task run in a circle, or wait for what cannot come. */
    static ContainerError unresolvable(TaskId task) {
        return new ContainerError("TaskDependencyError", "Task dependencies cannot be resolved, taskArn: " + task);
    }

    /** As the ECS API shows it: {@code name: message}. */
    @Override
    public String toString() {
        return name + ": " + message;
    }
}
