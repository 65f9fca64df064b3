package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.resource.ApiGatewayApi;
import dev.stowage.schema.resource.ApiGatewayIntegration;
import dev.stowage.schema.resource.ApiGatewayRoute;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition;
import dev.stowage.schema.semantics.routing.TextPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads HTTP APIs of API Gateway. A route is a rule: a path without {@code {proxy+}} comes before one with it, and {@code
 * $default} last. It leads to a listener of the model, or to the tasks behind a name of Cloud Map.
 */
final class Apis {

    private static final String DEFAULT = "$default";
    private static final String ANY = "ANY";

    /** What API Gateway says where no route matches. */
    private static final Action NOT_FOUND = new Action.Respond(404, "application/json", "{\"message\":\"Not Found\"}");

    private static final Action UNAVAILABLE =
            new Action.Respond(503, "application/json", "{\"message\":\"Service Unavailable\"}");

    private final Evaluation evaluation;
    private final Function<String, Optional<String>> listeners;
    private final List<Diagnostic> findings;
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();

    /** Reads with that to tell the name of a listener from its ARN. */
    Apis(Evaluation evaluation, Function<String, Optional<String>> listeners, List<Diagnostic> findings) {
        this.evaluation = evaluation;
        this.listeners = listeners;
        this.findings = findings;
    }

    List<Balancer> read() {
        var balancers = new ArrayList<Balancer>();
        for (var api : evaluation.all(ApiGatewayApi.TYPE)) {
            if (api.view(ApiGatewayApi.EMPTY).protocolType().is("HTTP")) {
                var listener = Listener.http(api.name() + ":443", 443, rules(api));
                balancers.add(Balancer.of(api.name(), List.of(listener)));
            }
        }
        return balancers;
    }

    /** The groups of those who are found by a name; the calling of {@link #read} comes before. */
    List<TargetGroup> groups() {
        return List.copyOf(groups.values());
    }

    private ListenerRules<Action> rules(Grounded api) {
        var routes = evaluation.all(ApiGatewayRoute.TYPE).stream()
                .filter(each -> each.view(ApiGatewayRoute.EMPTY).apiId().is(api.ref()))
                .sorted(Comparator.comparing(each -> rank(key(each))))
                .toList();
        var rules = new ArrayList<Rule<Action>>();
        var standard = NOT_FOUND;
        for (var route : routes) {
            var action = action(api, route);
            if (key(route).equals(DEFAULT)) {
                standard = action;
            } else {
                rules.add(new Rule<>(rules.size() + 1, conditions(key(route)), action));
            }
        }
        return ListenerRules.of(rules, standard);
    }

    private static String key(Grounded route) {
        return route.view(ApiGatewayRoute.EMPTY).routeKey().or(DEFAULT);
    }

    /** Exact paths first, then those with variables, then those with a rest; of each, the one for one method first. */
    private static String rank(String key) {
        var isGreedy = key.contains("+}");
        var kind = isGreedy ? 2 : key.contains("{") ? 1 : 0;
        var length = 9999 - key.length();
        return kind + (isGreedy ? String.valueOf(length) : "") + (key.startsWith(ANY + " ") ? 1 : 0) + key;
    }

    private static List<RequestCondition> conditions(String key) {
        var space = key.indexOf(' ');
        var method = space < 0 ? ANY : key.substring(0, space);
        var conditions = new ArrayList<RequestCondition>();
        if (!method.equals(ANY)) {
            conditions.add(new RequestCondition.RequestMethod(List.of(method)));
        }
        conditions.add(
                new RequestCondition.PathPattern(List.of(TextPattern.regex(expression(key.substring(space + 1))))));
        return conditions;
    }

    /** The regular expression of a path with variables such as {@code /orders/{id}}, {@code /files/{rest+}}. */
    private static String expression(String path) {
        var expression = new StringBuilder("^");
        var from = 0;
        for (var open = path.indexOf('{'); open >= 0; open = path.indexOf('{', from)) {
            var close = path.indexOf('}', open);
            if (close < 0) {
                break;
            }
            expression.append(Pattern.quote(path.substring(from, open)));
            expression.append(path.charAt(close - 1) == '+' ? ".+" : "[^/]+");
            from = close + 1;
        }
        return expression
                .append(Pattern.quote(path.substring(from)))
                .append("$")
                .toString();
    }

    private Action action(Grounded api, Grounded route) {
        var target = route.view(ApiGatewayRoute.EMPTY).target().or("");
        var id = target.substring(target.lastIndexOf('/') + 1);
        var integration = evaluation.all(ApiGatewayIntegration.TYPE).stream()
                .filter(each -> each.ref().equals(id))
                .findFirst();
        if (integration.isPresent()) {
            var uri = integration
                    .get()
                    .view(ApiGatewayIntegration.EMPTY)
                    .integrationUri()
                    .or("");
            var listener = evaluation.named(ElbListener.TYPE, uri).flatMap(each -> listeners.apply(each.arn()));
            if (listener.isPresent()) {
                return new Action.Through(listener.get());
            }
            var name = evaluation.named(ServiceDiscoveryService.TYPE, uri);
            if (name.isPresent()) {
                return Action.Forward.to(group(name.get()));
            }
        }
        findings.add(Gap.API.at(
                route.at("Target"),
                "Route `" + key(route) + "` of API `" + api.name()
                        + "` leads to nothing that runs here, and answers 503."));
        return UNAVAILABLE;
    }

    private String group(Grounded name) {
        var group = Memberships.unasked(Memberships.discovery(name.key()));
        groups.putIfAbsent(group.name(), group);
        return group.name();
    }
}
