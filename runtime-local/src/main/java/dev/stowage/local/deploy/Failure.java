package dev.stowage.local.deploy;

/** Why a deployment is given up. */
public enum Failure {
    /** The circuit breaker counted too many failed tasks. */
    TASKS("ECS deployment circuit breaker: ", "tasks failed to start."),
    /** An alarm of the service went off. ECS's own sentence could not be confirmed. */
    ALARM("ECS deployment alarms: ", "alarm detected.");

    private final String subject;
    private final String event;

    Failure(String subject, String event) {
        this.subject = subject;
        this.event = event;
    }

    /** How an event about the deployment ends. */
    public String event() {
        return event;
    }

    /** The {@code rolloutStateReason} of the deployment that is given up. */
    String reason() {
        return subject + event;
    }

    /** The {@code rolloutStateReason} of the one that takes its place. */
    String rollbackTo(Deployment completed) {
        return subject + "rolling back to deploymentId " + completed.id() + ".";
    }
}
