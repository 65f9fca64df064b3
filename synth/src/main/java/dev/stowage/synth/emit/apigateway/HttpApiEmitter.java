package dev.stowage.synth.emit.apigateway;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.gateway.Cors;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ApiGatewayApi;
import dev.stowage.schema.resource.ApiGatewayStage;
import dev.stowage.schema.resource.ApiGatewayVpcLink;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.List;

/** An HTTP API with its stage, its VPC link, its routes and its name. */
public final class HttpApiEmitter {

    static final String API = "Api";
    static final String STAGE = "ApiStage";
    static final String LINK = "VpcLink";
    static final String GROUP = "VpcLinkSecurityGroup";

    private static final String LOGS = "ApiLogGroup";
    private static final int DAYS = 30;
    private static final int LONGEST_KEPT = 86_400;

    /** What is noted of each request, as JSON: variables of API Gateway. */
    private static final String FORMAT = "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTimeEpoch\","
            + "\"ip\":\"$context.identity.sourceIp\",\"routeKey\":\"$context.routeKey\",\"path\":\"$context.path\","
            + "\"status\":\"$context.status\",\"latency\":\"$context.responseLatency\","
            + "\"length\":\"$context.responseLength\",\"error\":\"$context.integrationErrorMessage\"}";

    private final HttpApi api;
    private final Emission out;

    private HttpApiEmitter(HttpApi api, Emission out) {
        this.api = api;
        this.out = out;
    }

    /** Adds the resources of an API. */
    public static void emit(HttpApi api, Emission out) {
        new HttpApiEmitter(api, out).emit();
    }

    /** An attribute of an API, such as its address. */
    public static Node attribute(HttpApi api, String attribute, Emission out) {
        return out.ref(api, API, attribute);
    }

    private void emit() {
        var particulars = api.particulars();
        var properties = ApiGatewayApi.of()
                .said(particulars.birth())
                .name(stackwide("${AWS::StackName}-" + api.name()))
                .protocolType("HTTP");
        if (api.cors().isPresent()) {
            var at = particulars.at("cors");
            properties = properties.said(at).corsConfiguration(cors(api.cors().get(), at));
        }
        if (api.isOnlyByDomain()) {
            properties = onlyByDomain(properties);
        }
        out.add(Draft.of(api, API, ApiGatewayApi.TYPE, properties).kind(Kind.HTTP_API));
        stage();
        link();
        ApiRoutes.emit(api, out);
        if (api.domain().isPresent()) {
            ApiDomain.emit(api, out);
        }
    }

    private static Node stackwide(String name) {
        return CallNode.of("Fn::Sub", TextNode.of(name));
    }

    private ApiGatewayApi onlyByDomain(ApiGatewayApi properties) {
        var at = api.particulars().at("onlyByDomain");
        if (api.domain().isEmpty()) {
            out.find(
                    "api.unreachable",
                    at,
                    "The API `" + api.name() + "` answers by its own name only, and has none.",
                    "Give it one: .domain(id(\"Z…\"), \"api.example\", certificate).");
        }
        return properties.said(at).disableExecuteApiEndpoint(true);
    }

    private ApiGatewayApi.Cors cors(Cors cors, Said at) {
        if (cors.hasCredentials() && cors.origins().contains("*")) {
            out.find(
                    "api.cors.credentials",
                    at,
                    "The API `" + api.name() + "` takes credentials from pages of all origins, which browsers refuse.",
                    "Name the origins, or leave .credentials() out.");
        }
        var result = ApiGatewayApi.Cors.of().said(at).allowOrigins(list(cors.origins()));
        result = cors.methods().isEmpty() ? result : result.allowMethods(list(cors.methods()));
        result = cors.headers().isEmpty() ? result : result.allowHeaders(list(cors.headers()));
        result = cors.exposed().isEmpty() ? result : result.exposeHeaders(list(cors.exposed()));
        result = cors.hasCredentials() ? result.allowCredentials(true) : result;
        if (cors.kept().isEmpty()) {
            return result;
        }
        var seconds = out.seconds(cors.kept().get(), at);
        if (seconds > LONGEST_KEPT) {
            out.find(
                    "api.cors.time",
                    at,
                    "The API `" + api.name() + "` lets browsers ask again after " + seconds
                            + " s, and API Gateway takes a day at most.",
                    "Write .keep(ofHours(1)).");
        }
        return result.maxAge(seconds);
    }

    private void stage() {
        var particulars = api.particulars();
        var stage = ApiGatewayStage.of()
                .said(particulars.birth())
                .apiId(out.ref(api, API))
                .stageName("$default")
                .autoDeploy(true);
        if (api.hasAccessLogs()) {
            var at = particulars.birth().because("each request is noted");
            out.add(Draft.of(
                            api,
                            LOGS,
                            LogsLogGroup.TYPE,
                            LogsLogGroup.of().said(at).retentionInDays(DAYS))
                    .kind(Kind.LOG_GROUP)
                    .at(at));
            stage = stage.accessLogSettings(ApiGatewayStage.AccessLogSettings.of()
                    .destinationArn(out.ref(api, LOGS, "Arn"))
                    .format(FORMAT));
        }
        if (api.requestsPerSecond().isPresent() || api.hasDetailedMetrics()) {
            stage = stage.defaultRouteSettings(settings());
        }
        out.add(Draft.of(api, STAGE, ApiGatewayStage.TYPE, stage));
    }

    private ApiGatewayStage.RouteSettings settings() {
        var settings = ApiGatewayStage.RouteSettings.of();
        if (api.hasDetailedMetrics()) {
            settings = settings.said(api.particulars().at("detailedMetrics")).detailedMetricsEnabled(true);
        }
        if (api.requestsPerSecond().isEmpty()) {
            return settings;
        }
        var at = api.particulars().at("throttle");
        int rate = api.requestsPerSecond().get();
        int burst = api.burst().orElseThrow();
        if (rate < 1 || burst < 1) {
            out.find(
                    "api.throttle",
                    at,
                    "The API `" + api.name() + "` takes " + rate + " requests in a second and " + burst
                            + " at once, and so answers none.",
                    "Write numbers from 1.");
        }
        return settings.said(at).throttlingRateLimit(rate).throttlingBurstLimit(burst);
    }

    private void link() {
        SecurityGroups.emit(api, GROUP, api.network(), "VPC link of", out);
        var link = ApiGatewayVpcLink.of()
                .said(api.particulars().birth())
                .name(stackwide("${AWS::StackName}-" + api.name()))
                .subnetIds(Networks.subnets(api.network(), SubnetKind.PRIVATE, out))
                .securityGroupIds(ListNode.of(out.ref(api, GROUP, "GroupId")));
        out.add(Draft.of(api, LINK, ApiGatewayVpcLink.TYPE, link).kind(Kind.VPC_LINK));
    }

    static ListNode list(List<String> texts) {
        var nodes = new ArrayList<Node>(texts.size());
        for (var text : texts) {
            nodes.add(TextNode.of(text));
        }
        return ListNode.of(nodes);
    }
}
