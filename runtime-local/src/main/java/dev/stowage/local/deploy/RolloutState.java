package dev.stowage.local.deploy;

/** How a deployment goes. */
public enum RolloutState {
    /** Its tasks are taking over. */
    IN_PROGRESS,
    /** Its tasks took over, and the service was steady. */
    COMPLETED,
    /** The circuit breaker gave it up. */
    FAILED
}
