package dev.stowage.local.task;

/** How far a container has come, in the words and in the order of the agent of Amazon ECS. Within one run it never goes back. */
public enum ContainerStatus {
    /** Nothing was done for it yet. */
    NONE,
    /** What the name of its image means is known. */
    MANIFEST_PULLED,
    /** Its image is there. */
    PULLED,
    /** The engine made it. */
    CREATED,
    /** Its process runs. */
    RUNNING,
    /** Its process runs and holds the network of its task: the pause container of a task in {@code awsvpc} mode only. */
    RESOURCES_PROVISIONED,
    /** Its process ended, or it never came to one. */
    STOPPED;

    /** What the ECS API says for it: {@code PENDING}, {@code RUNNING} or {@code STOPPED}. */
    public String reported() {
        return switch (this) {
            case NONE, MANIFEST_PULLED, PULLED, CREATED -> "PENDING";
            case RUNNING, RESOURCES_PROVISIONED -> "RUNNING";
            case STOPPED -> "STOPPED";
        };
    }

    /** Whether its process runs. */
    public boolean isRunning() {
        return this == RUNNING || this == RESOURCES_PROVISIONED;
    }

    /** Whether it is at least as far as the other. */
    public boolean reached(ContainerStatus other) {
        return compareTo(other) >= 0;
    }
}
