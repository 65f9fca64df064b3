package dev.stowage.local.stack;

/**
 * A host name that takes the place of one that AWS would give, and that the run has to answer for: its DNS resolves it, and
 * where a container has no DNS of ours it is replaced in the environment by an address.
 *
 * @param host the name, such as that of a load balancer; no other text of the stack contains it
 * @param of the resource whose name it is
 * @param kind what answers there
 */
public record StandIn(String host, ResourceKey of, Kind kind) {

    /** What answers. */
    public enum Kind {
        /** A load balancer of the run. */
        LOAD_BALANCER,
        /** This machine itself. */
        HOST
    }
}
