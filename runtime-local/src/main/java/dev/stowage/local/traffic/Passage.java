package dev.stowage.local.traffic;

/** Something that is under way through a load balancer: a request, a tunnel, a connection. */
interface Passage {

    /** Looks whether nothing happened for too long. */
    void checkIdle(long nanos);

    /** Ends it, because its target goes away for good. */
    void abandon();
}
