package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AppProtocol;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.resource.ElbTargetGroup.TargetGroupAttribute;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The target groups of a service: how tasks behind a load balancer are asked, chosen and let go. */
final class TargetGroups {

    private final Service service;
    private final Target target;
    private final Emission out;

    private TargetGroups(Service service, Target target, Emission out) {
        this.service = service;
        this.target = target;
        this.out = out;
    }

    static void emit(Service service, Target target, Emission out) {
        new TargetGroups(service, target, out).emit();
    }

    private void emit() {
        agree();
        var first = target.routings().get(0);
        var at = target.at(service);
        var properties = ElbTargetGroup.of()
                .said(at)
                .targetType("ip")
                .port(target.port().number())
                .protocol(target.protocol())
                .vpcId(Networks.id(target.balancer().network(), out));
        if (target.probe().isPresent()) {
            properties = probed(
                    asked(properties, target.probe().get()), target.probe().get());
        }
        if (target.port().protocol() == Protocol.UDP
                && (target.probe().isEmpty() || target.probe().get().port().isEmpty())) {
            unanswered(at);
        }
        if (target.isOfRequests() && target.port().application() != AppProtocol.ANY) {
            properties = spoken(properties);
        }
        properties = properties.said(at).targetGroupAttributes(attributes(first));
        add(target.suffix(out), properties, at);
        if (Target.hasAlternates(service)) {
            add(target.alternateSuffix(out), properties, at.because("a shift takes turns between two target groups"));
        }
    }

    /** HTTP/2 and gRPC are spoken with tasks only behind HTTPS, and only where the target group says so. */
    private ElbTargetGroup spoken(ElbTargetGroup group) {
        var application = target.port().application();
        if (application == AppProtocol.HTTP) {
            return group;
        }
        for (var routing : target.routings()) {
            if (routing.listener() instanceof HttpListener) {
                out.find(
                        "route.http2.plain",
                        target.at(service),
                        "`" + service.name() + "` speaks " + application.word() + " at port "
                                + target.port().number()
                                + ", and is behind a listener for HTTP, which takes HTTP/1.1 only.",
                        "Put it behind .https(…), or say what it speaks to load balancers: tcp(…).");
            }
        }
        return group.protocolVersion(application == AppProtocol.GRPC ? "GRPC" : "HTTP2");
    }

    private void add(String suffix, ElbTargetGroup properties, Said at) {
        out.add(Draft.of(service, suffix, ElbTargetGroup.TYPE, properties)
                .kind(Kind.TARGET_GROUP)
                .at(at));
    }

    /** By what, where and at which path. */
    private ElbTargetGroup asked(ElbTargetGroup group, Probe probe) {
        var result = group.said(at(probe, probe.path().isPresent() ? "http" : "connect"));
        if (probe.path().isPresent()) {
            result = result.healthCheckPath(probe.path().get());
            result = target.isOfRequests() ? result : result.healthCheckProtocol("HTTP");
        } else {
            result = result.healthCheckProtocol("TCP");
            refuseConnection(probe);
        }
        return probe.port().isEmpty()
                ? result
                : result.said(at(probe, "at"))
                        .healthCheckPort(String.valueOf(probe.port().get().number()));
    }

    private void refuseConnection(Probe probe) {
        if (target.isOfRequests()) {
            out.find(
                    "route.probe.connection",
                    at(probe, "connect"),
                    "`" + service.name() + "` is asked by a connection whether it is well, and an Application Load "
                            + "Balancer asks by HTTP only.",
                    "Write .probe(http(\"/health\")).");
        }
    }

    /** A task that listens for UDP only never answers: the load balancer asks over TCP. */
    private void unanswered(Said at) {
        for (var container : service.spec().task().containers()) {
            for (var port : container.spec().ports()) {
                if (port.protocol() == Protocol.TCP
                        && port.number() == target.port().number()) {
                    return;
                }
            }
        }
        out.find(Diagnostic.of(
                        RuleId.of("route.probe.udp"),
                        Severity.WARNING,
                        at,
                        "`" + service.name() + "` is called by UDP at port "
                                + target.port().number()
                                + ", where the load balancer asks over TCP whether it is well, and no container says "
                                + "that it listens there for TCP.")
                .fix("Give a container a port for that, and write .probe(connect().at(tcp(…)))."));
    }

    private ElbTargetGroup probed(ElbTargetGroup group, Probe probe) {
        var result = group;
        if (probe.interval().isPresent()) {
            var said = at(probe, "every");
            result = result.said(said)
                    .healthCheckIntervalSeconds(out.seconds(probe.interval().get(), said));
        }
        if (probe.timeout().isPresent()) {
            var said = at(probe, "within");
            result = result.said(said)
                    .healthCheckTimeoutSeconds(out.seconds(probe.timeout().get(), said));
        }
        if (probe.healthyAfter().isPresent()) {
            result = result.said(at(probe, "healthyAfter"))
                    .healthyThresholdCount(probe.healthyAfter().getAsInt());
        }
        if (probe.unhealthyAfter().isPresent()) {
            result = result.said(at(probe, "unhealthyAfter"))
                    .unhealthyThresholdCount(probe.unhealthyAfter().getAsInt());
        }
        if (probe.statuses().isPresent()) {
            var codes = ElbTargetGroup.Matcher.of();
            var isGrpc = target.isOfRequests() && target.port().application() == AppProtocol.GRPC;
            result = result.said(at(probe, "expects"))
                    .matcher(
                            isGrpc
                                    ? codes.grpcCode(probe.statuses().get())
                                    : codes.httpCode(probe.statuses().get()));
        }
        return result;
    }

    private Said at(Probe probe, String word) {
        return Said.of("service", service.name(), word, probe.lines().at(word));
    }

    private List<TargetGroupAttribute> attributes(Routing routing) {
        var attributes = new ArrayList<TargetGroupAttribute>();
        attributes.add(attribute(routing, "drain", "deregistration_delay.timeout_seconds", routing.drain()));
        if (routing.keepsAddress() && target.port().protocol() == Protocol.TCP) {
            attributes.add(TargetGroupAttribute.of()
                    .said(Said.of(
                            "service",
                            service.name(),
                            "keepAddress",
                            routing.lines().at("keepAddress")))
                    .key("preserve_client_ip.enabled")
                    .value("true"));
        }
        if (routing.hasChoice()) {
            TargetChoice.of(service, routing, out).add(attributes);
        }
        return attributes;
    }

    private TargetGroupAttribute attribute(Routing routing, String word, String key, Duration value) {
        var at = Said.of("service", service.name(), word, routing.lines().at(word));
        return TargetGroupAttribute.of().said(at).key(key).value(String.valueOf(out.seconds(value, at)));
    }

    /** All routes to one port share its target group, so that they must not say different things of it. */
    private void agree() {
        var first = target.routings().get(0);
        Probe probe = null;
        for (var routing : target.routings()) {
            var differs = !routing.drain().equals(first.drain())
                    || !routing.isAlike(first)
                    || probe != null
                            && routing.probe().isPresent()
                            && !routing.probe().get().equals(probe);
            if (differs) {
                out.find(Diagnostic.of(
                                RuleId.of("route.settings.differ"),
                                Severity.ERROR,
                                Said.of(
                                        "service",
                                        service.name(),
                                        "behind",
                                        routing.lines().last()),
                                "`" + service.name() + "` is reached at port "
                                        + target.port().number()
                                        + " by two routes that say different things of one target group.")
                        .also(
                                "the other route is here",
                                Said.of(
                                        "service",
                                        service.name(),
                                        "behind",
                                        first.lines().last()))
                        .fix("Give both the same probe, drain and stickiness, or lead them to two ports."));
            }
            probe = probe == null ? routing.probe().orElse(null) : probe;
        }
    }
}
