package dev.stowage.dsl.task;

/** What a container waits for another to be. */
public enum Readiness {
    /** It has started. */
    STARTED,
    /** It has stopped, whatever its exit code. */
    COMPLETE,
    /** It has stopped with exit code 0. */
    SUCCESS,
    /** Its health check has passed. */
    HEALTHY
}
