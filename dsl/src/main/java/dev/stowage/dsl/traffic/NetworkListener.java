package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A port of a Network Load Balancer. It leads to one service, in whose stack it stands. */
@ValueStyle
@Value.Immutable
public sealed interface NetworkListener extends AnyListener permits ImmutableNetworkListener {

    @Override
    Listening listening();

    /** What it speaks. */
    Transport transport();

    @Override
    default Particulars particulars() {
        return listening().particulars();
    }

    /** After how long without a word a TCP connection is forgotten. */
    Optional<Duration> idleTimeout();

    /** The versions of HTTP that a port for TLS agrees on. */
    Optional<Alpn> alpn();

    /** What a port of a Network Load Balancer can speak. */
    enum Transport {
        /** TCP, whatever is spoken over it. */
        TCP,
        /** UDP. */
        UDP,
        /** TCP and UDP at one port. */
        TCP_UDP,
        /** TLS, which ends at the load balancer. */
        TLS
    }
}
