package dev.stowage.local.place;

/** Why no instance takes a task, in the words of {@code RunTask} and of service events. */
public enum Shortage {
    /** Not enough CPU units. */
    CPU("RESOURCE:CPU", "has insufficient CPU units available"),
    /** Not enough memory. */
    MEMORY("RESOURCE:MEMORY", "has insufficient memory available"),
    /** A fixed host port is taken. */
    PORTS("RESOURCE:PORTS", "is already using a port required by your task"),
    /** A constraint excludes it. */
    CONSTRAINT("MEMBER_OF", "does not meet the placement constraints of your task"),
    /** There is no instance that takes tasks. */
    EMPTY("MISSING", "is not there");

    private final String failure;
    private final String event;

    Shortage(String failure, String event) {
        this.failure = failure;
        this.event = event;
    }

    /** The {@code reason} of a failure of {@code RunTask}. */
    public String failure() {
        return failure;
    }

    /** What an event says about the instance that comes closest. */
    public String event() {
        return event;
    }
}
