package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetGroup.Algorithm;
import dev.stowage.local.balance.TargetGroup.Protocol;
import dev.stowage.local.balance.TargetGroup.Stickiness;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.semantics.HealthBudget;
import dev.stowage.schema.semantics.routing.StatusMatcher;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads target groups. What is not written is what Elastic Load Balancing takes (API reference, CreateTargetGroup). */
final class TargetGroups {

    private static final int DELAY = 300;
    private static final int DAY = 86_400;
    private static final int CONNECT_TIMEOUT = 10;

    private final Consumer<Diagnostic> findings;

    TargetGroups(Consumer<Diagnostic> findings) {
        this.findings = findings;
    }

    TargetGroup read(Grounded resource) {
        var group = resource.view(ElbTargetGroup.EMPTY);
        var settings = Settings.of(group);
        var protocol = protocol(group);
        return new TargetGroup(
                resource.arn(),
                protocol,
                algorithm(settings.text("load_balancing.algorithm.type", "round_robin")),
                check(resource, group, protocol),
                stickiness(settings),
                settings.seconds("slow_start.duration_seconds", 0),
                settings.seconds("deregistration_delay.timeout_seconds", DELAY),
                settings.number("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", 1),
                settings.flag("proxy_protocol_v2.enabled"),
                Optional.empty());
    }

    private static Protocol protocol(ElbTargetGroup group) {
        var version = group.protocolVersion().or("HTTP1");
        var isSecure = group.protocol().is("HTTPS");
        if (version.equals("GRPC")) {
            return isSecure ? Protocol.GRPC_TLS : Protocol.GRPC;
        }
        if (version.equals("HTTP2")) {
            return isSecure ? Protocol.HTTP2_TLS : Protocol.HTTP2;
        }
        return switch (group.protocol().or("HTTP")) {
            case "HTTPS" -> Protocol.HTTPS;
            case "TCP", "TCP_UDP" -> Protocol.TCP;
            case "TLS" -> Protocol.TLS;
            case "UDP" -> Protocol.UDP;
            default -> Protocol.HTTP;
        };
    }

    private static Algorithm algorithm(String type) {
        return switch (type) {
            case "least_outstanding_requests" -> Algorithm.LEAST_OUTSTANDING;
            case "weighted_random" -> Algorithm.RANDOM;
            default -> Algorithm.ROUND_ROBIN;
        };
    }

    private static Optional<Stickiness> stickiness(Settings settings) {
        if (!settings.flag("stickiness.enabled")) {
            return Optional.empty();
        }
        return switch (settings.text("stickiness.type", "lb_cookie")) {
            case "lb_cookie" ->
                Optional.of(new Stickiness.Balancer(settings.seconds("stickiness.lb_cookie.duration_seconds", DAY)));
            case "app_cookie" ->
                Optional.of(new Stickiness.Application(
                        settings.text("stickiness.app_cookie.cookie_name", ""),
                        settings.seconds("stickiness.app_cookie.duration_seconds", DAY)));
            case "source_ip" -> Optional.of(new Stickiness.Source());
            default -> Optional.empty();
        };
    }

    private HealthCheck check(Grounded resource, ElbTargetGroup group, Protocol protocol) {
        var isOfRequests = isOfRequests(protocol);
        var way = way(group, protocol);
        var isAsked = way != HealthCheck.Way.TCP;
        var timeout = isAsked ? HealthBudget.TARGET_TIMEOUT : CONNECT_TIMEOUT;
        return new HealthCheck(
                way,
                group.healthCheckPath().or(protocol.isGrpc() ? "/AWS.ALB/healthcheck" : "/"),
                port(group.healthCheckPort().or("traffic-port")),
                Duration.ofSeconds(group.healthCheckIntervalSeconds().or(HealthBudget.TARGET_INTERVAL)),
                Duration.ofSeconds(group.healthCheckTimeoutSeconds().or(timeout)),
                group.healthyThresholdCount().or(HealthBudget.TARGET_HEALTHY),
                group.unhealthyThresholdCount().or(HealthBudget.TARGET_UNHEALTHY),
                matcher(resource, group, protocol.isGrpc(), isOfRequests ? "200" : "200-399"));
    }

    private static boolean isOfRequests(Protocol protocol) {
        return protocol != Protocol.TCP && protocol != Protocol.TLS && protocol != Protocol.UDP;
    }

    private static HealthCheck.Way way(ElbTargetGroup group, Protocol protocol) {
        if (group.healthCheckEnabled().is(false)) {
            return HealthCheck.Way.NONE;
        }
        var standard = isOfRequests(protocol) ? protocol.isSecure() ? "HTTPS" : "HTTP" : "TCP";
        var isSecure = group.healthCheckProtocol().or(standard).equals("HTTPS");
        if (group.healthCheckProtocol().or(standard).equals("TCP")) {
            return HealthCheck.Way.TCP;
        }
        if (protocol.isGrpc()) {
            return isSecure ? HealthCheck.Way.GRPC_TLS : HealthCheck.Way.GRPC;
        }
        return isSecure ? HealthCheck.Way.HTTPS : HealthCheck.Way.HTTP;
    }

    private static OptionalInt port(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private StatusMatcher matcher(Grounded resource, ElbTargetGroup group, boolean isCall, String standard) {
        var matcher = group.matcher().or(ElbTargetGroup.Matcher.EMPTY);
        var text = isCall ? matcher.grpcCode().or("12") : matcher.httpCode().or(standard);
        return StatusMatcher.parse(text).orElseGet(() -> {
            findings.accept(Gap.VALUE.at(
                    resource.at("Matcher"),
                    "Target group `" + resource.name() + "` takes `" + text
                            + "` for well, and codes look like 200-299,301."));
            return HealthCheck.STANDARD.matcher();
        });
    }
}
