package dev.stowage.local.balance;

/** How a target stands in its group, as Elastic Load Balancing calls it. */
public enum TargetHealthState {
    /** It is in, and was not judged yet. */
    INITIAL,
    /** It answers as it should. */
    HEALTHY,
    /** It does not. */
    UNHEALTHY,
    /** It gets no new requests; those in flight may end. */
    DRAINING
}
