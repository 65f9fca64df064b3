package dev.stowage.local.task;

/** What the health check of a container says, and what follows for its task. */
public enum Health {
    /** There is no check, or it has not spoken yet. */
    UNKNOWN,
    /** The last check passed. */
    HEALTHY,
    /** As many checks in a row failed as the definition allows. */
    UNHEALTHY
}
