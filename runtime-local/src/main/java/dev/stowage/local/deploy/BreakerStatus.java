package dev.stowage.local.deploy;

/** What the circuit breaker does about a deployment. */
public enum BreakerStatus {
    /** The service has none. */
    DISABLED,
    /** It counts failures. */
    MONITORING,
    /** The deployment is completed. */
    MONITORING_COMPLETE,
    /** It gave the deployment up. */
    TRIGGERED
}
