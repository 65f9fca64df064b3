package dev.stowage.local.event;

/** What kind of thing happened: the {@code eventName} that Amazon EventBridge gets. */
public enum EventName {
    /** Tasks were started. */
    TASKS_STARTED(Severity.INFO),
    /** Tasks were told to stop. */
    TASKS_STOPPED(Severity.INFO),
    /** Tasks were put into a target group, or taken out of it. */
    TARGETS_CHANGED(Severity.INFO),
    /** As many tasks run as are wanted, and all are healthy. */
    SERVICE_STEADY_STATE(Severity.INFO),
    /** The zones are uneven, and tasks are started and stopped to even them out. */
    SERVICE_REBALANCING_STARTED(Severity.INFO),
    /** The zones are even again. */
    SERVICE_REBALANCING_COMPLETED(Severity.INFO),
    /** A deployment began. */
    SERVICE_DEPLOYMENT_IN_PROGRESS(Severity.INFO),
    /** A deployment reached its end. */
    SERVICE_DEPLOYMENT_COMPLETED(Severity.INFO),
    /** Tasks fail to start again and again. */
    SERVICE_TASK_START_IMPAIRED(Severity.WARN),
    /** A task was found unhealthy. */
    SERVICE_TASK_UNHEALTHY(Severity.WARN),
    /** No instance takes a task. */
    SERVICE_TASK_PLACEMENT_FAILURE(Severity.ERROR),
    /** The bounds of the deployment leave no room, or protected tasks do. */
    SERVICE_TASK_CONFIGURATION_FAILURE(Severity.ERROR),
    /** A deployment was given up. */
    SERVICE_DEPLOYMENT_FAILED(Severity.ERROR);

    /** How bad it is: the {@code eventType}. */
    public enum Severity {
        /** As it should be. */
        INFO,
        /** Worth a look. */
        WARN,
        /** It does not go on by itself. */
        ERROR
    }

    private final Severity severity;

    EventName(Severity severity) {
        this.severity = severity;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }
}
