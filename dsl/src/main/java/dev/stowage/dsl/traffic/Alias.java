package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import java.util.Objects;

/**
 * A name in the DNS that leads to a load balancer or an API.
 *
 * @param hostedZone the hosted zone of Route 53 that it belongs to
 * @param host the whole name
 */
public record Alias(Locator hostedZone, String host) {

    public Alias {
        Objects.requireNonNull(hostedZone, "hostedZone");
        Objects.requireNonNull(host, "host");
    }
}
