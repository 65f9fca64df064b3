package dev.stowage.dsl.traffic;

import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/** The route of a port of a Network Load Balancer for TCP, UDP or both. */
@ValueStyle
@Value.Immutable
public sealed interface NetworkRoute extends PortRoute<NetworkRoute> permits ImmutableNetworkRoute {

    /** All that comes to a listener. */
    static NetworkRoute of(NetworkListener listener) {
        return ImmutableNetworkRoute.of(Routing.of(listener));
    }

    /** Forgets a TCP connection on which nothing was sent for this long, 60 s to 6,000 s; left out, 350 s. */
    default NetworkRoute idleTimeout(Duration time) {
        var listener = (NetworkListener) routing().listener();
        return saying(ImmutableRouting.copyOf(routing())
                .withListener(ImmutableNetworkListener.copyOf(listener).withIdleTimeout(time))
                .withLines(routing().lines().and("idleTimeout")));
    }

    @Override
    Routing routing();

    @Override
    default NetworkRoute saying(Routing routing) {
        return ImmutableNetworkRoute.of(routing);
    }
}
