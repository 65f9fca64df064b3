package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Api;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.resource.ApiGatewayApi;
import dev.stowage.schema.resource.ApiGatewayRoute;
import dev.stowage.schema.resource.ApiGatewayStage;
import dev.stowage.schema.resource.ApiGatewayStage.RouteSettings;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition.ApiRoute;
import dev.stowage.schema.semantics.routing.RouteKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads HTTP APIs of API Gateway: routes, with what comes before the path of each stage. A route leads to a listener of the
 * model, or to the tasks behind a name of Cloud Map.
 */
final class Apis {

    private static final String DEFAULT = "$default";

    /** What API Gateway says where no route matches. */
    private static final Action NOT_FOUND = new Action.Respond(404, "application/json", "{\"message\":\"Not Found\"}");

    private final Evaluation evaluation;
    private final Integrations integrations;
    private final List<Diagnostic> findings;

    Apis(Evaluation evaluation, Integrations integrations, List<Diagnostic> findings) {
        this.evaluation = evaluation;
        this.integrations = integrations;
        this.findings = findings;
    }

    List<Balancer> read() {
        var balancers = new ArrayList<Balancer>();
        for (var api : evaluation.all(ApiGatewayApi.TYPE)) {
            if (api.view(ApiGatewayApi.EMPTY).protocolType().is("HTTP")) {
                // Its endpoint is plain HTTP here, so that callers need not trust anybody.
                var listener = Listener.http(api.name() + ":80", 80, rules(api));
                balancers.add(Balancer.of(api.name(), List.of(listener)).called(List.of(api.host())));
            }
        }
        return balancers;
    }

    /** A stage: the path before its routes, and its variables. */
    private record Stage(String path, Map<String, String> variables) {}

    private ListenerRules<Action> rules(Grounded api) {
        var cors = cors(api);
        var routes = evaluation.all(ApiGatewayRoute.TYPE).stream()
                .filter(each -> each.view(ApiGatewayRoute.EMPTY).apiId().is(api.ref()))
                .sorted(Comparator.comparing(Apis::key))
                .toList();
        var integrated =
                routes.stream().map(route -> integrations.of(api, route)).toList();
        var rules = new ArrayList<Rule<Action>>();
        for (var stage : stages(api)) {
            for (var place = 0; place < routes.size(); place++) {
                var route = new ApiRoute(stage.path(), key(routes.get(place)));
                var to = integrated.get(place);
                var gate = new Api(Optional.of(route), cors, to.tokens(), to.changes(), stage.variables());
                var isPlain =
                        cors.isEmpty() && to.tokens().isEmpty() && to.changes().isEmpty();
                var action = isPlain ? to.action() : new Action.ThroughApi(gate, to.action());
                rules.add(new Rule<>(rules.size() + 1, List.of(route), action));
            }
        }
        var none = new Api(Optional.empty(), cors, Optional.empty(), List.of(), Map.of());
        return ListenerRules.of(rules, cors.isEmpty() ? NOT_FOUND : new Action.ThroughApi(none, NOT_FOUND));
    }

    private static RouteKey key(Grounded route) {
        return RouteKey.of(route.view(ApiGatewayRoute.EMPTY).routeKey().or(DEFAULT));
    }

    /** The stages, the one without a path last; an API that says none is taken to have that one. */
    private List<Stage> stages(Grounded api) {
        var stages = new ArrayList<Stage>();
        for (var resource : evaluation.all(ApiGatewayStage.TYPE)) {
            var stage = resource.view(ApiGatewayStage.EMPTY);
            if (stage.apiId().is(api.ref())) {
                var name = stage.stageName().or(DEFAULT);
                stages.add(new Stage(name.equals(DEFAULT) ? "" : "/" + name, Texts.of(stage.stageVariables())));
                if (isThrottled(stage)) {
                    findings.add(Gap.API.at(
                            resource.at("DefaultRouteSettings"),
                            "Stage `" + name + "` of API `" + api.name()
                                    + "` throttles on AWS; here nothing is throttled."));
                }
            }
        }
        stages.sort(Comparator.comparing(Stage::path).reversed());
        return stages.isEmpty() ? List.of(new Stage("", Map.of())) : stages;
    }

    private static boolean isThrottled(ApiGatewayStage stage) {
        var settings = stage.defaultRouteSettings().or(RouteSettings.EMPTY);
        return settings.throttlingBurstLimit().isWritten()
                || settings.throttlingRateLimit().isWritten()
                || stage.routeSettings().isWritten();
    }

    private static Optional<Api.Cors> cors(Grounded api) {
        return api.view(ApiGatewayApi.EMPTY)
                .corsConfiguration()
                .known()
                .map(cors -> new Api.Cors(
                        cors.allowCredentials().is(true),
                        Conditions.texts(cors.allowOrigins()),
                        Conditions.texts(cors.allowMethods()),
                        Conditions.texts(cors.allowHeaders()),
                        Conditions.texts(cors.exposeHeaders()),
                        cors.maxAge().known().map(Duration::ofSeconds)));
    }
}
