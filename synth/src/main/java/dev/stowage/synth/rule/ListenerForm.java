package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import java.util.List;

/**
 * Rules about a listener, its load balancer and the target group that it forwards to: {@code listener.certificate},
 * {@code .port}, {@code .protocol}, {@code .target}.
 */
final class ListenerForm implements Family {

    static final Rule MISSING = Rule.of("listener.certificate.missing", Severity.ERROR);
    static final Rule UNUSED = Rule.of("listener.certificate.unused", Severity.ERROR);
    static final Rule TARGET = Rule.of("listener.target.protocol", Severity.ERROR);

    static final Rule PORT = Rule.of("listener.port.taken", Severity.ERROR);
    static final Rule PROTOCOL = Rule.of("listener.protocol.balancer", Severity.ERROR);

    @Override
    public String judges() {
        return ElbListener.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(MISSING, UNUSED, TARGET, PORT, PROTOCOL);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var listener = subject.view(ElbListener.EMPTY);
        if (!listener.protocol().isKnown()) {
            return;
        }
        if (rule == MISSING || rule == UNUSED) {
            certificates(rule, subject, listener, findings);
        } else if (rule == PORT) {
            port(subject, listener, graph, findings);
        } else if (rule == PROTOCOL) {
            balancer(subject, listener, findings);
        } else {
            targets(subject, listener, findings);
        }
    }

    private static void certificates(Rule rule, Found subject, ElbListener listener, Findings findings) {
        var protocol = listener.protocol();
        var isSecure = protocol.is("HTTPS") || protocol.is("TLS");
        if (rule == MISSING && isSecure && listener.certificates().isAbsent()) {
            var message = "`" + subject.name() + "` listens for " + protocol.or("") + " and has no certificate.";
            findings.add(
                    findings.fault("Certificates", message)
                            .fix("Set `Certificates` with one; further ones are resources of their own."),
                    protocol);
        } else if (rule == UNUSED
                && !isSecure
                && !listener.certificates().known().isEmpty()) {
            var message = "`" + subject.name() + "` listens for " + protocol.or("")
                    + " and has a certificate, which only HTTPS and TLS use.";
            findings.add(
                    findings.fault("Certificates", message)
                            .fix("Leave `Certificates` out, or set `Protocol` to HTTPS or TLS."),
                    protocol);
        }
    }

    /** Of two listeners at one port, the second is told of. */
    private static void port(Found subject, ElbListener listener, ResourceGraph graph, Findings findings) {
        var port = listener.port();
        for (var other : graph.all(ElbListener.TYPE)) {
            if (other.isSame(subject)) {
                return;
            }
            var view = other.view(ElbListener.EMPTY);
            if (port.isKnown() && view.port().is(port.or(0)) && isBeside(subject, listener, other, view)) {
                var message = "`" + subject.name() + "` listens at port " + port.or(0) + ", as does `" + other.name()
                        + "` of the same load balancer.";
                findings.add(
                        findings.fault("Port", port, message)
                                .fix("Give one of them another port, or make rules of it on the other one.")
                                .also("the other listener", other.at("Port")),
                        port,
                        view.port());
                return;
            }
        }
    }

    /** Whether both certainly exist at one load balancer, for protocols of which one excludes the other. */
    private static boolean isBeside(Found subject, ElbListener listener, Found other, ElbListener view) {
        var kind = kind(listener.protocol().or(""));
        return kind != 0
                && kind == kind(view.protocol().or(""))
                && other.exists() == Verdict.HOLDS
                && subject.exists() == Verdict.HOLDS
                && isOneBalancer(subject, other);
    }

    private static boolean isOneBalancer(Found one, Found other) {
        return one.follow("LoadBalancerArn") instanceof Target.Held a
                && other.follow("LoadBalancerArn") instanceof Target.Held b
                && a.found().isSame(b.found());
    }

    private static void balancer(Found subject, ElbListener listener, Findings findings) {
        if (!(subject.follow("LoadBalancerArn") instanceof Target.Held held) || !held.is(ElbLoadBalancer.TYPE)) {
            return;
        }
        var type = held.found().view(ElbLoadBalancer.EMPTY).type().orDefault("application");
        var kind = kind(listener.protocol().or(""));
        var isOfOther = type.is("application") ? kind > 1 : type.is("network") && kind == 1;
        if (isOfOther) {
            var wanted = type.is("application") ? "HTTP and HTTPS" : "TCP, TLS and UDP";
            var message = "`" + subject.name() + "` listens for "
                    + listener.protocol().or("") + ", and `" + held.found().name() + "`, a load balancer of type "
                    + type.or("") + ", listens for " + wanted + ".";
            findings.add(
                    findings.fault("Protocol", listener.protocol(), message)
                            .fix("Write one of these, or set `Type` of the load balancer to "
                                    + (type.is("network") ? "application." : "network.")),
                    listener.protocol(),
                    type);
        }
    }

    private static void targets(Found subject, ElbListener listener, Findings findings) {
        var position = 0;
        for (var action : listener.defaultActions()) {
            var property = "DefaultActions/" + position++ + "/TargetGroupArn";
            var node = action.tree().peek("TargetGroupArn");
            var target = node == null ? Target.Absent.INSTANCE : subject.follow(node);
            if (target instanceof Target.Held held && held.is(ElbTargetGroup.TYPE)) {
                var spoken = held.found().view(ElbTargetGroup.EMPTY).protocol();
                if (spoken.isKnown() && !fit(listener.protocol(), spoken)) {
                    var message = "`" + subject.name() + "` listens for "
                            + listener.protocol().or("") + " and forwards to `"
                            + held.found().name()
                            + "`, whose targets speak " + spoken.or("") + ".";
                    findings.add(
                            findings.fault(property, message)
                                    .fix("Let both be of one load balancer: HTTP and HTTPS, or TCP and TLS, or UDP.")
                                    .also("the target group", held.found().at("Protocol")),
                            listener.protocol(),
                            spoken);
                }
            }
        }
    }

    /** HTTP and HTTPS go together, TCP and TLS, and anything else with itself alone; what is new is let pass. */
    private static boolean fit(Reading<String> listener, Reading<String> target) {
        var one = kind(listener.or(""));
        var other = kind(target.or(""));
        return one == 0 || other == 0 || one == other;
    }

    private static int kind(String protocol) {
        return switch (protocol) {
            case "HTTP", "HTTPS" -> 1;
            case "TCP", "TLS" -> 2;
            case "UDP" -> 3;
            case "TCP_UDP" -> 4;
            default -> 0;
        };
    }
}
