package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A listener for HTTP: a port of a load balancer, and a place of its own that services in several stacks can share. */
@ValueStyle
@Value.Immutable
public sealed interface HttpListener extends WebListener<HttpListener, HttpRoute> permits ImmutableHttpListener {

    static HttpListener of(LoadBalancer balancer, int port) {
        return ImmutableHttpListener.of(ImmutableListening.of(
                Particulars.of("listener", balancer.name() + "-" + port, "http"), balancer, port));
    }

    /**
     * One that exists, by its resource name, on a load balancer that exists. Others may have rules there, so that the
     * priorities that are free have to be said.
     */
    static HttpListener existing(String name, Locator at, LoadBalancer balancer) {
        return ImmutableHttpListener.of(
                ImmutableListening.of(Particulars.of("listener", name, "existing"), balancer, 80)
                        .withLocator(at));
    }

    @Override
    Listening listening();

    @Override
    default HttpListener saying(Listening listening) {
        return ImmutableHttpListener.of(listening);
    }

    @Override
    default HttpRoute path(String first, String... others) {
        return when(Match.path(first, others));
    }

    @Override
    default HttpRoute when(Match first, Match... others) {
        return ImmutableHttpRoute.of(Routing.of(this, first, others));
    }
}
