package dev.stowage.synth.emit.apigateway;

import dev.stowage.dsl.gateway.ApiRoute;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.gateway.JwtAuthorizer;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ApiGatewayAuthorizer;
import dev.stowage.schema.resource.ApiGatewayRoute;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import java.util.TreeMap;

/** The routes of an API, and who may take them. */
final class ApiRoutes {

    private final HttpApi api;
    private final Emission out;
    private final TreeMap<String, ApiRoute> byKey = new TreeMap<>();
    private final TreeMap<String, JwtAuthorizer> authorizers = new TreeMap<>();

    private ApiRoutes(HttpApi api, Emission out) {
        this.api = api;
        this.out = out;
    }

    static void emit(HttpApi api, Emission out) {
        var routes = new ApiRoutes(api, out);
        var integrations = Integrations.of(api, out);
        for (var route : api.routes()) {
            routes.check(route);
            if (routes.byKey.putIfAbsent(route.routeKey(), route) == null) {
                routes.route(route, integrations.emit(route));
            }
        }
        if (api.routes().isEmpty()) {
            out.find(
                    "api.without-route",
                    api.particulars().birth(),
                    "The API `" + api.name() + "` leads requests nowhere.",
                    "Give it a route: .route(any(\"/{proxy+}\").to(…)).");
        }
    }

    private void check(ApiRoute route) {
        var key = route.routeKey();
        var path = key.substring(key.indexOf(' ') + 1);
        var rest = path.indexOf("+}");
        if (!key.equals("$default") && (!path.startsWith("/") || rest >= 0 && rest != path.length() - 2)) {
            out.find(
                    "api.route.path",
                    birth(route),
                    "The API `" + api.name() + "` has a route for `" + path
                            + "`, and a path begins with a slash and has " + "{proxy+} only at its end.",
                    "Write a path such as /orders/{id} or /orders/{proxy+}.");
        }
        if (byKey.containsKey(key)) {
            out.find(
                    "api.route.twice",
                    birth(route),
                    "The API `" + api.name() + "` has two routes for `" + key + "`, and API Gateway takes one.",
                    "Leave one of them out.");
        }
    }

    private void route(ApiRoute route, String integration) {
        var at = birth(route);
        var properties = ApiGatewayRoute.of()
                .said(at)
                .apiId(out.ref(api, HttpApiEmitter.API))
                .routeKey(route.routeKey())
                .target(Functions.join("", ListNode.of(TextNode.of("integrations/"), out.ref(api, integration))));
        if (route.authorizer().isPresent()) {
            properties = properties
                    .said(at(route, "jwt"))
                    .authorizationType("JWT")
                    .authorizerId(
                            out.ref(api, authorizer(route, route.authorizer().get())));
            properties = route.scopes().isEmpty()
                    ? properties
                    : properties.authorizationScopes(HttpApiEmitter.list(route.scopes()));
        } else if (route.isSigned()) {
            properties = properties.said(at(route, "signed")).authorizationType("AWS_IAM");
        }
        if (route.authorizer().isPresent() && route.isSigned()) {
            out.find(
                    "api.route.two-ways",
                    at(route, "signed"),
                    "A route of API `" + api.name() + "` wants a token and a signature, and API Gateway looks at one.",
                    "Leave one of the two words out.");
        }
        var suffix = "Route" + Names.fingerprint(route.routeKey());
        out.add(Draft.of(api, suffix, ApiGatewayRoute.TYPE, properties).at(at));
    }

    private String authorizer(ApiRoute route, JwtAuthorizer authorizer) {
        var suffix = Names.pascal(authorizer.name()) + "Authorizer";
        var before = authorizers.putIfAbsent(authorizer.name(), authorizer);
        if (before == null) {
            var jwt = ApiGatewayAuthorizer.JWTConfiguration.of()
                    .issuer(authorizer.issuer())
                    .audience(HttpApiEmitter.list(authorizer.audiences()));
            var properties = ApiGatewayAuthorizer.of()
                    .said(at(route, "jwt"))
                    .apiId(out.ref(api, HttpApiEmitter.API))
                    .authorizerType("JWT")
                    .identitySource(ListNode.of(TextNode.of("$request.header.Authorization")))
                    .jwtConfiguration(jwt)
                    .name(authorizer.name());
            out.add(Draft.of(api, suffix, ApiGatewayAuthorizer.TYPE, properties).at(at(route, "jwt")));
        } else if (!before.equals(authorizer)) {
            out.find(
                    "api.authorizer.differs",
                    at(route, "jwt"),
                    "The API `" + api.name() + "` has two authorizers with the name `" + authorizer.name() + "`.",
                    "Give one of them another name.");
        }
        return suffix;
    }

    private Said birth(ApiRoute route) {
        return Said.of(
                "API", api.name(), route.lines().firstWord(), route.lines().birth());
    }

    private Said at(ApiRoute route, String word) {
        return Said.of("API", api.name(), word, route.lines().at(word));
    }
}
