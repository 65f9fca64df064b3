package dev.stowage.dsl.traffic;

import dev.stowage.dsl.task.Port;
import java.time.Duration;

/**
 * The words of routes of a Network Load Balancer: each is all that comes to one of its ports.
 *
 * @param <R> the route itself
 */
public sealed interface PortRoute<R extends PortRoute<R>> extends Route permits NetworkRoute, TlsRoute {

    /** The same route, saying something else. */
    R saying(Routing routing);

    /** Asks tasks in this way whether they are well; left out, by opening a connection. */
    default R probe(Probe probe) {
        return saying(said("probe").withProbe(probe));
    }

    /** Leads to this port, where a task has several. */
    default R to(Port port) {
        return saying(said("to").withPort(port));
    }

    /** Lets a leaving task finish for this long, up to an hour; left out, 30 s. */
    default R drain(Duration time) {
        return saying(said("drain").withDrain(time));
    }

    /** Shows tasks the caller's own address instead of the load balancer's; UDP always does. */
    default R keepAddress() {
        return saying(said("keepAddress").withKeepsAddress(true));
    }

    /** Tells tasks the caller's address and port by a header before each connection, in version 2 of the proxy protocol. */
    default R proxyProtocol() {
        return saying(said("proxyProtocol").withProxyProtocol(true));
    }

    /** Keeps each caller, by its address, with one task for as long as that is well. */
    default R sticky() {
        return saying(said("sticky").withStickiness(Duration.ZERO));
    }

    private ImmutableRouting said(String word) {
        return ImmutableRouting.copyOf(routing()).withLines(routing().lines().and(word));
    }
}
