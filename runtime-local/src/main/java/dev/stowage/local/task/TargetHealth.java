package dev.stowage.local.task;

/** How a task stands in the target groups of its service, taken together: the worst of them counts. */
public enum TargetHealth {
    /** It is in none. */
    NONE,
    /** It was asked to be put in. */
    REGISTERING,
    /** It is in, and was not judged yet. */
    INITIAL,
    /** Every group found it healthy. */
    HEALTHY,
    /** Some group found it unhealthy. */
    UNHEALTHY,
    /** It gets no new requests; those in flight may end. */
    DRAINING,
    /** It was taken out. */
    UNUSED;

    /** Whether it is in, or about to be. */
    boolean isIn() {
        return this != NONE && compareTo(DRAINING) < 0;
    }

    /** Whether this may follow the other: verdicts alternate, everything else only goes forward. */
    public boolean mayFollow(TargetHealth other) {
        return isVerdict() && other.isVerdict() || compareTo(other) > 0;
    }

    /** Whether it is what a group found. */
    public boolean isVerdict() {
        return this == HEALTHY || this == UNHEALTHY;
    }
}
