package dev.stowage.schema.semantics;

/** What a container waits for in another of its task: {@code DependsOn.Condition} of a container definition. */
public enum DependencyCondition {
    /** It was made. No word of the API: it is what {@code VolumesFrom} asks for. */
    CREATE,
    /** It runs, or has run. */
    START,
    /** Its health check passed. */
    HEALTHY,
    /** It ended. */
    COMPLETE,
    /** It ended with exit code 0. */
    SUCCESS;

    /**
     * Whether a container like this can ever get there. A container without a check is never healthy, and the end of an
     * essential one is the end of the task.
     */
    public boolean canBeMetBy(boolean essential, boolean healthChecked) {
        return switch (this) {
            case CREATE, START -> true;
            case HEALTHY -> healthChecked;
            case COMPLETE, SUCCESS -> !essential;
        };
    }
}
