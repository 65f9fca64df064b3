package dev.stowage.local.stack;

import java.util.Optional;

/**
 * A host name that takes the place of one that AWS would give, and that the run has to answer for: in containers it leads to
 * this machine.
 *
 * @param host the name, such as that of a load balancer; no other text of the stack contains it
 * @param of the resource whose name it is
 * @param place where connections to it go on to; empty for a load balancer of the run, whose listeners take them
 */
public record StandIn(String host, ResourceKey of, Optional<Place> place) {

    /**
     * Somewhere that this machine reaches.
     *
     * @param host a name or an address; {@code localhost} is this machine
     * @param port its port, which is the port of the stand-in, too
     */
    public record Place(String host, int port) {}

    /** The name of a load balancer or an API of the run. */
    public static StandIn balancer(String host, ResourceKey of) {
        return new StandIn(host, of, Optional.empty());
    }

    /** A name behind which that place is. */
    public static StandIn leadingTo(Place place, String host, ResourceKey of) {
        return new StandIn(host, of, Optional.of(place));
    }
}
