package dev.stowage.dsl.gateway;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.traffic.PortRoute;
import dev.stowage.dsl.traffic.WebListener;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Requests of an API that are led to one place. A path begins with a slash; {@code {id}} in it stands for one part, and
 * {@code {proxy+}} at its end for all that follow.
 */
@ValueStyle
@Value.Immutable
public sealed interface ApiRoute permits ImmutableApiRoute {

    /** GET requests for this path. */
    static Opening get(String path) {
        return new Opening("GET " + path, Lines.here("get"));
    }

    /** POST requests for this path. */
    static Opening post(String path) {
        return new Opening("POST " + path, Lines.here("post"));
    }

    /** PUT requests for this path. */
    static Opening put(String path) {
        return new Opening("PUT " + path, Lines.here("put"));
    }

    /** PATCH requests for this path. */
    static Opening patch(String path) {
        return new Opening("PATCH " + path, Lines.here("patch"));
    }

    /** DELETE requests for this path. */
    static Opening delete(String path) {
        return new Opening("DELETE " + path, Lines.here("delete"));
    }

    /** Requests of any method for this path. */
    static Opening any(String path) {
        return new Opening("ANY " + path, Lines.here("any"));
    }

    /** All requests that no other route takes. */
    static Opening otherwise() {
        return new Opening("$default", Lines.here("otherwise"));
    }

    /** Lets only requests through that carry a token of this authorizer, with one of these scopes where any is said. */
    default ApiRoute jwt(JwtAuthorizer authorizer, String... scopes) {
        return ImmutableApiRoute.copyOf(this)
                .withAuthorizer(authorizer)
                .withScopes(scopes)
                .withLines(lines().and("jwt"));
    }

    /** Lets only requests through that are signed with credentials of AWS whose IAM policies allow {@code execute-api:Invoke}. */
    default ApiRoute signed() {
        return ImmutableApiRoute.copyOf(this).withIsSigned(true).withLines(lines().and("signed"));
    }

    /** Gives up a request after this time, 50 ms to 30 s; left out, 30 s. */
    default ApiRoute within(Duration time) {
        return ImmutableApiRoute.copyOf(this).withTimeout(time).withLines(lines().and("within"));
    }

    /** The name that the certificate of an HTTPS listener has to stand for; left out, the first host of one made here. */
    default ApiRoute serverName(String host) {
        return ImmutableApiRoute.copyOf(this).withServerName(host).withLines(lines().and("serverName"));
    }

    /** A route that still wants to know where to. */
    final class Opening {

        private final String key;
        private final Lines lines;

        private Opening(String key, Lines lines) {
            this.key = key;
            this.lines = lines;
        }

        /** Leads to the service that answers at this endpoint of a namespace of address records. */
        public ApiRoute to(Endpoint endpoint) {
            return ImmutableApiRoute.of(key, endpoint, lines);
        }

        /** Leads to a listener of an Application Load Balancer, whose own rules then choose a service. */
        public ApiRoute to(WebListener<?, ?> listener) {
            return ImmutableApiRoute.of(key, listener, lines);
        }

        /** Leads to a port of a Network Load Balancer, by which a service is reached. */
        public ApiRoute to(PortRoute<?> port) {
            return ImmutableApiRoute.of(key, port.routing().listener(), lines);
        }
    }

    /** The method and path, as API Gateway writes them: {@code GET /orders/{id}}, or {@code $default}. */
    String routeKey();

    /** Where it leads: an endpoint, or a listener. */
    Thing target();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** Whose tokens requests must carry. */
    Optional<JwtAuthorizer> authorizer();

    /** The scopes of which a token has one. */
    List<String> scopes();

    /** Whether requests are signed with credentials of AWS. */
    @Value.Default
    default boolean isSigned() {
        return false;
    }

    /** After what time a request is given up. */
    Optional<Duration> timeout();

    /** The name that the certificate of the listener has to stand for. */
    Optional<String> serverName();

    /** What two routes have in common that lead to the same place in the same way. */
    default String way() {
        var parts = new ArrayList<String>(3);
        parts.add(target().key());
        parts.add(timeout().map(Duration::toString).orElse(""));
        parts.add(serverName().orElse(""));
        return String.join(" ", parts);
    }
}
