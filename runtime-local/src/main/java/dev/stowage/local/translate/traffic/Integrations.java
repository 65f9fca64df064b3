package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Api;
import dev.stowage.local.balance.Api.Change;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.resource.ApiGatewayAuthorizer;
import dev.stowage.schema.resource.ApiGatewayAuthorizer.JWTConfiguration;
import dev.stowage.schema.resource.ApiGatewayIntegration;
import dev.stowage.schema.resource.ApiGatewayRoute;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads where the routes of HTTP APIs lead, who may take them, and what is changed on the way. */
final class Integrations {

    private static final Action UNAVAILABLE =
            new Action.Respond(503, "application/json", "{\"message\":\"Service Unavailable\"}");

    /** What stands for braces, which have no place in a URL. */
    private static final char OPEN = 1;

    private static final char CLOSE = 2;

    private final Evaluation evaluation;
    private final Function<String, Optional<String>> listeners;
    private final List<Diagnostic> findings;
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();

    /** Reads with that to tell the name of a listener from its ARN. */
    Integrations(Evaluation evaluation, Function<String, Optional<String>> listeners, List<Diagnostic> findings) {
        this.evaluation = evaluation;
        this.listeners = listeners;
        this.findings = findings;
    }

    /** Where a route leads, who may take it, and what is changed. */
    record Integrated(Action action, Optional<Api.Tokens> tokens, List<Change> changes) {}

    /** The groups of those who are found by a name; reading comes before. */
    List<TargetGroup> groups() {
        return List.copyOf(groups.values());
    }

    Integrated of(Grounded api, Grounded route) {
        var view = route.view(ApiGatewayRoute.EMPTY);
        var target = view.target().or("");
        var id = target.substring(target.lastIndexOf('/') + 1);
        var found = evaluation.all(ApiGatewayIntegration.TYPE).stream()
                .filter(each -> each.ref().equals(id))
                .findFirst();
        var uri = found.map(
                each -> each.view(ApiGatewayIntegration.EMPTY).integrationUri().or(""));
        var changes = new ArrayList<Change>();
        uri.flatMap(Integrations::path).ifPresent(changes::add);
        found.ifPresent(each -> changes.addAll(changes(each)));
        var action = uri.flatMap(this::action);
        if (action.isEmpty()) {
            findings.add(Gap.API.at(
                    route.at("Target"),
                    "Route `" + view.routeKey().or("$default") + "` of API `" + api.name()
                            + "` leads to nothing that runs here, and answers 503."));
        }
        return new Integrated(action.orElse(UNAVAILABLE), tokens(api, route), List.copyOf(changes));
    }

    private Optional<Action> action(String uri) {
        var listener = evaluation.named(ElbListener.TYPE, uri).flatMap(each -> listeners.apply(each.arn()));
        if (listener.isPresent()) {
            return listener.map(Action.Through::new);
        }
        var name = evaluation.named(ServiceDiscoveryService.TYPE, uri);
        return name.isPresent() ? Optional.of(Action.Forward.to(group(name.get()))) : byUrl(uri);
    }

    private String group(Grounded name) {
        var group = Memberships.unasked(Memberships.discovery(name.key()));
        groups.putIfAbsent(group.name(), group);
        return group.name();
    }

    /** A URL with the name of a load balancer of the model. */
    private Optional<Action> byUrl(String text) {
        return url(text)
                .flatMap(url -> evaluation.all(ElbLoadBalancer.TYPE).stream()
                        .filter(each -> each.host().equalsIgnoreCase(url.getHost()))
                        .findFirst()
                        .map(each -> {
                            var port = url.getPort() >= 0
                                    ? url.getPort()
                                    : url.getScheme().equals("https") ? 443 : 80;
                            return new Action.Through(each.name() + ":" + port);
                        }));
    }

    /** The path of a URL takes the place of that of the request; <code>{name}</code> in it is a variable of the route. */
    private static Optional<Change> path(String uri) {
        return url(uri).map(url -> new Change(Change.Kind.OVERWRITE, "path", "", variables(url.getPath())));
    }

    private static String variables(String path) {
        var text = path.isEmpty() ? "/" : path;
        return text.replace(String.valueOf(OPEN), "${request.path.").replace(CLOSE, '}');
    }

    private static Optional<URI> url(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    URI.create(text.replace("{", "%01").replace("+}", "}").replace("}", "%02")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private List<Change> changes(Grounded integration) {
        var changes = new ArrayList<Change>();
        var view = integration.view(ApiGatewayIntegration.EMPTY);
        Texts.of(view.requestParameters()).forEach((key, value) -> {
            var change = change(key, value);
            change.ifPresent(changes::add);
            if (change.isEmpty()) {
                tell(integration, "RequestParameters", "maps `" + key + "`");
            }
        });
        if (view.responseParameters().isWritten()) {
            tell(integration, "ResponseParameters", "changes answers");
        }
        return changes;
    }

    private void tell(Grounded integration, String property, String what) {
        findings.add(Gap.API.at(
                integration.at(property),
                "Integration `" + integration.name() + "` " + what + ", which is not done here."));
    }

    /** A change such as {@code append:header.x-stage}. */
    private static Optional<Change> change(String key, String value) {
        var colon = key.indexOf(':');
        var dot = key.indexOf('.', colon);
        var place = key.substring(colon + 1, dot < 0 ? key.length() : dot);
        var name = dot < 0 ? "" : key.substring(dot + 1);
        var isKnown =
                place.equals("path") || !name.isEmpty() && (place.equals("header") || place.equals("querystring"));
        return switch (isKnown ? key.substring(0, Math.max(0, colon)) : "") {
            case "append" -> Optional.of(new Change(Change.Kind.APPEND, place, name, value));
            case "overwrite" -> Optional.of(new Change(Change.Kind.OVERWRITE, place, name, value));
            case "remove" -> Optional.of(new Change(Change.Kind.REMOVE, place, name, ""));
            default -> Optional.empty();
        };
    }

    private Optional<Api.Tokens> tokens(Grounded api, Grounded route) {
        var view = route.view(ApiGatewayRoute.EMPTY);
        var type = view.authorizationType().or("NONE").toUpperCase(Locale.ROOT);
        if (type.equals("NONE")) {
            return Optional.empty();
        }
        var what = "Route `" + view.routeKey().or("$default") + "` of API `" + api.name() + "` ";
        var authorizer = evaluation.all(ApiGatewayAuthorizer.TYPE).stream()
                .filter(each -> view.authorizerId().is(each.ref()))
                .findFirst();
        if (!type.equals("JWT") || authorizer.isEmpty()) {
            findings.add(Gap.AUTH.at(
                    route.at("AuthorizationType"), what + "asks who calls on AWS; here every request passes."));
            return Optional.empty();
        }
        findings.add(Gap.AUTH.at(
                route.at("AuthorizationType"),
                what + "takes a token for what it says: its signature is not checked here."));
        return Optional.of(tokens(authorizer.get(), Conditions.texts(view.authorizationScopes())));
    }

    private static Api.Tokens tokens(Grounded authorizer, List<String> scopes) {
        var view = authorizer.view(ApiGatewayAuthorizer.EMPTY);
        var jwt = view.jwtConfiguration().or(JWTConfiguration.EMPTY);
        var sources = Conditions.texts(view.identitySource());
        return new Api.Tokens(
                sources.isEmpty() ? List.of("$request.header.Authorization") : sources,
                jwt.issuer().or(""),
                Conditions.texts(jwt.audience()),
                scopes);
    }
}
