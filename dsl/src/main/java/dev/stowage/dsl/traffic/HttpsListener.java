package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** A listener for HTTPS: a port of a load balancer, and a place of its own that services in several stacks can share. */
@ValueStyle
@Value.Immutable
public sealed interface HttpsListener extends WebListener<HttpsListener, HttpsRoute> permits ImmutableHttpsListener {

    static HttpsListener of(LoadBalancer balancer, int port, Certificate certificate) {
        var particulars = Particulars.of("listener", balancer.name() + "-" + port, "https");
        return ImmutableHttpsListener.of(
                ImmutableListening.of(particulars, balancer, port).withCertificate(certificate));
    }

    /** Sends callers of port 80 here, by a listener of its own. */
    default HttpsListener redirectHttp() {
        return saying(ImmutableListening.copyOf(listening())
                .withIsHttpRedirected(true)
                .withParticulars(particulars().said("redirectHttp")));
    }

    /** Shows these certificates to callers that ask for a host that they name, and its first one to all others. */
    default HttpsListener also(Certificate first, Certificate... others) {
        var all = new ArrayList<>(listening().moreCertificates());
        all.add(first);
        all.addAll(List.of(others));
        return saying(ImmutableListening.copyOf(listening())
                .withMoreCertificates(all)
                .withParticulars(particulars().said("also")));
    }

    /** Agrees to these versions and ciphers of TLS; left out, to {@link TlsPolicy#TLS_1_2}. */
    default HttpsListener tls(TlsPolicy policy) {
        return saying(ImmutableListening.copyOf(listening())
                .withTlsPolicy(policy)
                .withParticulars(particulars().said("tls")));
    }

    /**
     * One that exists, by its resource name, on a load balancer that exists. Others may have rules there, so that the
     * priorities that are free have to be said.
     */
    static HttpsListener existing(String name, Locator at, LoadBalancer balancer) {
        return ImmutableHttpsListener.of(
                ImmutableListening.of(Particulars.of("listener", name, "existing"), balancer, 443)
                        .withLocator(at));
    }

    @Override
    Listening listening();

    @Override
    default HttpsListener saying(Listening listening) {
        return ImmutableHttpsListener.of(listening);
    }

    @Override
    default HttpsRoute path(String first, String... others) {
        return when(Match.path(first, others));
    }

    @Override
    default HttpsRoute when(Match first, Match... others) {
        return ImmutableHttpsRoute.of(Routing.of(this, first, others));
    }
}
