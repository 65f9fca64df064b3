package dev.stowage.local.place;

/** Why no instance takes a task, in the words of {@code RunTask} and of service events. */
public enum Shortage {
    /** Not enough CPU units. */
    CPU("RESOURCE:CPU", "has insufficient CPU units available"),
    /** Not enough memory. */
    MEMORY("RESOURCE:MEMORY", "has insufficient memory available"),
    /** A fixed host port is taken. */
    PORTS("RESOURCE:PORTS", "is already using a port required by your task"),
    /** An expression does not mean it. */
    MEMBER_OF("MemberOf placement constraint unsatisfied."),
    /** It has a task of the group already. */
    DISTINCT_INSTANCE("DistinctInstance placement constraint unsatisfied."),
    /** There is no instance that takes tasks. */
    EMPTY("No Container Instances were found in your cluster.");

    private final String failure;
    private final String event;

    Shortage(String failure, String event) {
        this.failure = failure;
        this.event = event;
    }

    Shortage(String failure) {
        this(failure, "encountered error \"" + failure + "\"");
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
