package dev.stowage.dsl.traffic;

import dev.stowage.dsl.task.Port;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/** The route of a port of a Network Load Balancer. */
@ValueStyle
@Value.Immutable
public sealed interface NetworkRoute extends Route permits ImmutableNetworkRoute {

    /** All that comes to a listener. */
    static NetworkRoute of(NetworkListener listener) {
        return ImmutableNetworkRoute.of(Routing.of(listener));
    }

    /** Asks tasks in this way whether they are well; left out, by opening a connection. */
    default NetworkRoute probe(Probe probe) {
        return ImmutableNetworkRoute.of(said("probe").withProbe(probe));
    }

    /** Leads to this port, where a task has several. */
    default NetworkRoute to(Port port) {
        return ImmutableNetworkRoute.of(said("to").withPort(port));
    }

    /** Lets a leaving task finish for this long, up to an hour; left out, 30 s. */
    default NetworkRoute drain(Duration time) {
        return ImmutableNetworkRoute.of(said("drain").withDrain(time));
    }

    /** Shows tasks the caller's own address instead of the load balancer's; UDP always does. */
    default NetworkRoute keepAddress() {
        return ImmutableNetworkRoute.of(said("keepAddress").withKeepsAddress(true));
    }

    private ImmutableRouting said(String word) {
        return ImmutableRouting.copyOf(routing()).withLines(routing().lines().and(word));
    }

    @Override
    Routing routing();
}
