package dev.stowage.local.stack;

/** Which processes a container sees: {@code PidMode} of a task definition. */
public enum ProcessSpace {
    /** Its own. */
    CONTAINER,
    /** Those of its task. */
    TASK,
    /** Those of the host. */
    HOST
}
