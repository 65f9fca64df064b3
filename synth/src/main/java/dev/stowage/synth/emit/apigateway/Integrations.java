package dev.stowage.synth.emit.apigateway;

import dev.stowage.dsl.gateway.ApiRoute;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ApiGatewayIntegration;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ecs.Peers;
import dev.stowage.synth.emit.elb.Routes;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the routes of an API lead through its VPC link: each place once for all routes that lead there in the same way. */
final class Integrations {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpApi api;
    private final Emission out;
    private final Map<String, String> byWay = new HashMap<>();
    private final Set<String> admitted = new HashSet<>();

    private Integrations(HttpApi api, Emission out) {
        this.api = api;
        this.out = out;
    }

    static Integrations of(HttpApi api, Emission out) {
        return new Integrations(api, out);
    }

    /** Adds the integration of a route, once, and answers the end of its logical id. */
    String emit(ApiRoute route) {
        var known = byWay.get(route.way());
        if (known != null) {
            return known;
        }
        var isPlain = route.timeout().isEmpty() && route.serverName().isEmpty();
        var suffix = "To" + out.estate().stem(route.target()) + (isPlain ? "" : Names.fingerprint(route.way()))
                + "Integration";
        byWay.put(route.way(), suffix);
        var at = at(route, route.lines().firstWord());
        var properties = ApiGatewayIntegration.of()
                .said(at)
                .apiId(out.ref(api, HttpApiEmitter.API))
                .integrationType("HTTP_PROXY")
                .integrationMethod("ANY")
                .connectionType("VPC_LINK")
                .connectionId(out.ref(api, HttpApiEmitter.LINK))
                .integrationUri(uri(route, at))
                .payloadFormatVersion("1.0");
        properties = route.timeout().isEmpty() ? properties : timed(properties, route);
        properties = route.target() instanceof AnyListener listener ? secured(properties, route, listener) : properties;
        out.add(Draft.of(api, suffix, ApiGatewayIntegration.TYPE, properties).at(at));
        return suffix;
    }

    private Node uri(ApiRoute route, Said at) {
        if (route.target() instanceof Endpoint endpoint) {
            return registry(endpoint, at);
        }
        var listener = (AnyListener) route.target();
        var arn = Routes.listener(listener, out);
        if (arn.isEmpty()) {
            out.find(
                    "api.listener.unanswered",
                    at,
                    "The API `" + api.name() + "` leads to `" + listener.name() + "`, by which no service is reached.",
                    "Put a service behind that very port.");
        }
        return arn.orElse(TextNode.of(""));
    }

    private Node registry(Endpoint endpoint, Said at) {
        var service = Offers.service(endpoint, out);
        if (!endpoint.namespace().isDns()) {
            out.find(
                    "api.endpoint.connect",
                    at,
                    "The API `" + api.name() + "` leads to endpoint `" + endpoint.name()
                            + "`, and API Gateway takes no part in Service Connect.",
                    "Make it in a namespace of address records, .dnsNamespace(…), or lead to a listener.");
            return TextNode.of("");
        }
        if (admitted.add(endpoint.key())) {
            admit(endpoint, at);
        }
        return service.isEmpty() ? TextNode.of("") : Peers.registry(service.get(), out);
    }

    private void admit(Endpoint endpoint, Said at) {
        SecurityGroups.admitGroup(
                api,
                "Calls" + out.estate().stem(endpoint),
                out.ref(endpoint, SecurityGroups.ENDPOINT, "GroupId"),
                out.ref(api, HttpApiEmitter.GROUP, "GroupId"),
                Offers.port(endpoint, out),
                at.because("it calls " + endpoint.name()),
                out);
    }

    private ApiGatewayIntegration timed(ApiGatewayIntegration properties, ApiRoute route) {
        var at = at(route, "within");
        var time = route.timeout().orElseThrow();
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            out.find(
                    "api.route.time",
                    at,
                    "A route of API `" + api.name() + "` gives a request up after " + time.toMillis()
                            + " ms, and API Gateway takes 50 ms to 30 s.",
                    "Write .within(ofSeconds(10)).");
        }
        return properties.said(at).timeoutInMillis((int) Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    /** A request to an HTTPS listener is sent only where its certificate stands for the name that is said here. */
    private ApiGatewayIntegration secured(ApiGatewayIntegration properties, ApiRoute route, AnyListener listener) {
        var certificate = listener.listening().certificate();
        if (certificate.isEmpty() && route.serverName().isEmpty()) {
            return properties;
        }
        var name = route.serverName();
        if (name.isEmpty()) {
            name = firstHost(out.estate().current(certificate.get()).hosts());
        }
        if (name.isEmpty()) {
            out.find(
                    "api.server-name",
                    at(route, route.lines().firstWord()),
                    "The API `" + api.name() + "` leads to `" + listener.name()
                            + "` by HTTPS, and which host its certificate stands for is not known.",
                    "Say it: .serverName(\"shop.example\").");
            return properties;
        }
        return properties
                .said(at(route, "serverName"))
                .tlsConfig(ApiGatewayIntegration.TlsConfig.of().serverNameToVerify(name.get()));
    }

    private static Optional<String> firstHost(List<String> hosts) {
        for (var host : hosts) {
            if (!host.startsWith("*")) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    private Said at(ApiRoute route, String word) {
        return Said.of("API", api.name(), word, route.lines().at(word));
    }
}
