package dev.stowage.local.task;

/** Why a task stopped, as the ECS API sorts the causes. */
public enum StopCode {
    /** A container could not be made or started. */
    TASK_FAILED_TO_START("TaskFailedToStart"),
    /** A container that the task cannot do without ended. */
    ESSENTIAL_CONTAINER_EXITED("EssentialContainerExited"),
    /** Somebody asked for it. */
    USER_INITIATED("UserInitiated"),
    /** Its service had no more use for it. */
    SERVICE_SCHEDULER_INITIATED("ServiceSchedulerInitiated"),
    /** Its Spot capacity was taken back. */
    SPOT_INTERRUPTION("SpotInterruption");

    private final String word;

    StopCode(String word) {
        this.word = word;
    }

    /** The word of the API. */
    public String word() {
        return word;
    }

    /** Whether the task itself is to blame: it did not start, or it ended. */
    public boolean isOwnFault() {
        return this == TASK_FAILED_TO_START || this == ESSENTIAL_CONTAINER_EXITED;
    }
}
