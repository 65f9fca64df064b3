package dev.stowage.dsl.traffic;

import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** The route of a port of a Network Load Balancer for TLS, which ends there. */
@ValueStyle
@Value.Immutable
public sealed interface TlsRoute extends PortRoute<TlsRoute> permits ImmutableTlsRoute {

    /** All that comes to a listener. */
    static TlsRoute of(NetworkListener listener) {
        return ImmutableTlsRoute.of(Routing.of(listener));
    }

    /** Shows these certificates to callers that ask for a host that they name, and its first one to all others. */
    default TlsRoute also(Certificate first, Certificate... others) {
        var listening = listener().listening();
        var all = new ArrayList<>(listening.moreCertificates());
        all.add(first);
        all.addAll(List.of(others));
        return saying(
                "also",
                ImmutableNetworkListener.copyOf(listener())
                        .withListening(ImmutableListening.copyOf(listening).withMoreCertificates(all)));
    }

    /** Agrees to these versions and ciphers of TLS; left out, to {@link TlsPolicy#TLS_1_2}. */
    default TlsRoute tls(TlsPolicy policy) {
        return saying(
                "tls",
                ImmutableNetworkListener.copyOf(listener())
                        .withListening(ImmutableListening.copyOf(listener().listening())
                                .withTlsPolicy(policy)));
    }

    /** Agrees with callers on a version of HTTP; left out, on nothing. */
    default TlsRoute alpn(Alpn versions) {
        return saying("alpn", ImmutableNetworkListener.copyOf(listener()).withAlpn(versions));
    }

    private NetworkListener listener() {
        return (NetworkListener) routing().listener();
    }

    private TlsRoute saying(String word, NetworkListener listener) {
        return saying(ImmutableRouting.copyOf(routing())
                .withListener(listener)
                .withLines(routing().lines().and(word)));
    }

    @Override
    Routing routing();

    @Override
    default TlsRoute saying(Routing routing) {
        return ImmutableTlsRoute.of(routing);
    }
}
