package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbTargetGroup;
import java.util.List;

/** Rules about a listener by itself and the target group that it forwards to: {@code listener.certificate}, {@code .target}. */
final class ListenerForm implements Family {

    static final Rule MISSING = Rule.of("listener.certificate.missing", Severity.ERROR);
    static final Rule UNUSED = Rule.of("listener.certificate.unused", Severity.ERROR);
    static final Rule TARGET = Rule.of("listener.target.protocol", Severity.ERROR);

    @Override
    public String judges() {
        return ElbListener.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(MISSING, UNUSED, TARGET);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var listener = subject.view(ElbListener.EMPTY);
        var protocol = listener.protocol();
        var isSecure = protocol.is("HTTPS") || protocol.is("TLS");
        if (rule == MISSING && isSecure && listener.certificates().isAbsent()) {
            var message = "`" + subject.name() + "` listens for " + protocol.or("") + " and has no certificate.";
            findings.add(
                    findings.fault("Certificates", message)
                            .fix("Set `Certificates` with one; further ones are resources of their own."),
                    protocol);
        } else if (rule == UNUSED
                && protocol.isKnown()
                && !isSecure
                && !listener.certificates().known().isEmpty()) {
            var message = "`" + subject.name() + "` listens for " + protocol.or("")
                    + " and has a certificate, which only HTTPS and TLS use.";
            findings.add(
                    findings.fault("Certificates", message)
                            .fix("Leave `Certificates` out, or set `Protocol` to HTTPS or TLS."),
                    protocol);
        } else if (rule == TARGET && protocol.isKnown()) {
            targets(subject, listener, findings);
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
