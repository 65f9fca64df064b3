package dev.stowage.local.task;

/** How far a container has come, in the words and in the order of the agent of Amazon ECS. Within one run it never goes back. */
public enum ContainerStatus {
    /** Nothing was done for it yet. */
    NONE,
    /** Its image is there. */
    PULLED,
    /** The engine made it. */
    CREATED,
    /** Its process runs. */
    RUNNING,
    /** Its process ended, or it never came to one. */
    STOPPED;

    /** What the ECS API says for it: {@code PENDING}, {@code RUNNING} or {@code STOPPED}. */
    public String reported() {
        return compareTo(RUNNING) < 0 ? "PENDING" : name();
    }

    /** Whether it is at least as far as the other. */
    public boolean reached(ContainerStatus other) {
        return compareTo(other) >= 0;
    }
}
