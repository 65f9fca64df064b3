package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.Listening;
import dev.stowage.dsl.traffic.WebListener;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerCertificate;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.acm.CertificateEmitter;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.List;

/** A listener, the port that it opens, and the listener on port 80 that sends callers to it. */
public final class ListenerEmitter {

    /** The end of the logical id of a listener. */
    public static final String LISTENER = "Listener";

    private static final String REDIRECT = "RedirectListener";

    /** That of {@code TlsPolicy.TLS_1_2}, here so that a program that says nothing loads no class for it. */
    private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    private static final String NOT_FOUND = "Not found";

    /** The addresses of private networks, RFC 1918, for a network whose own addresses are not known. */
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private final WebListener<?, ?> listener;
    private final Listening listening;
    private final Emission out;

    private ListenerEmitter(WebListener<?, ?> listener, Emission out) {
        this.listener = listener;
        this.listening = listener.listening();
        this.out = out;
    }

    /** Adds the resources of a listener. */
    public static void emit(WebListener<?, ?> listener, Emission out) {
        new ListenerEmitter(listener, out).emit();
    }

    private void emit() {
        var isHttps = listening.certificate().isPresent();
        var particulars = listener.particulars();
        var made = particulars.at(isHttps ? "https" : "http");
        var properties = ElbListener.of()
                .said(made)
                .loadBalancerArn(LoadBalancerEmitter.arn(listening.balancer(), out))
                .port(listening.port())
                .protocol(isHttps ? "HTTPS" : "HTTP");
        if (isHttps) {
            properties = properties
                    .certificates(certificate(listening.certificate().get(), out))
                    .said(particulars.at("tls"))
                    .sslPolicy(tlsPolicy(listening));
        }
        properties =
                properties.said(particulars.at("otherwise")).defaultActions(otherwise(particulars.at("otherwise")));
        out.add(Draft.of(listener, LISTENER, ElbListener.TYPE, properties)
                .kind(Kind.LISTENER)
                .at(made));
        open(listener, listening.balancer(), LISTENER, Port.tcp(listening.port()), made, out);
        for (var certificate : listening.moreCertificates()) {
            also(certificate);
        }
        if (!listening.answers().isEmpty()) {
            Answers.emit(listener, out);
        }
        if (listening.isHttpRedirected()) {
            redirectHttp(particulars.at("redirectHttp"));
        }
    }

    /** Each certificate beside the first is attached by a resource of its own: CloudFormation takes one in the listener. */
    private void also(Certificate certificate) {
        var arn = arn(certificate, out);
        var at = listener.particulars().at("also");
        var attached = ElbListenerCertificate.of()
                .said(at)
                .listenerArn(arn(listener, out))
                .certificates(ElbListenerCertificate.Certificate.of().certificateArn(arn));
        var suffix = Names.pascal(certificate.name()) + "Certificate";
        out.add(Draft.of(listener, suffix, ElbListenerCertificate.TYPE, attached)
                .at(at));
    }

    /** Which versions and ciphers of TLS a listener agrees to. */
    static String tlsPolicy(Listening listening) {
        return listening.tlsPolicy().isPresent() ? listening.tlsPolicy().get().policy() : TLS_POLICY;
    }

    static ElbListener.Certificate certificate(Certificate certificate, Emission out) {
        return ElbListener.Certificate.of().certificateArn(arn(certificate, out));
    }

    /** The resource name of a certificate. A program of which none is made loads no class for that. */
    public static Node arn(Certificate certificate, Emission out) {
        return certificate.locator().isEmpty()
                ? CertificateEmitter.arn(certificate, out)
                : out.locate(certificate, certificate.locator().get(), "String", "CertificateArn")
                        .at(certificate.particulars().at("existing"));
    }

    private ElbListener.Action otherwise(Said at) {
        if (listening.otherwise().isPresent()) {
            return Answers.action(listener, listening.otherwise().get(), at, out);
        }
        var answer = ElbListener.FixedResponseConfig.of()
                .contentType("text/plain")
                .statusCode("404")
                .messageBody(NOT_FOUND);
        return ElbListener.Action.of().type("fixed-response").fixedResponseConfig(answer);
    }

    private void redirectHttp(Said at) {
        refuse(at);
        var target = ElbListener.RedirectConfig.of()
                .protocol("HTTPS")
                .port(String.valueOf(listening.port()))
                .statusCode("HTTP_301");
        var properties = ElbListener.of()
                .said(at)
                .loadBalancerArn(LoadBalancerEmitter.arn(listening.balancer(), out))
                .port(80)
                .protocol("HTTP")
                .defaultActions(ElbListener.Action.of().type("redirect").redirectConfig(target));
        out.add(Draft.of(listener, REDIRECT, ElbListener.TYPE, properties).at(at));
        open(listener, listening.balancer(), REDIRECT, Port.tcp(80), at, out);
    }

    /** A balancer listens once at a port: another listener may have port 80, or send its callers on as well. */
    private void refuse(Said at) {
        for (var other : out.estate().listeners(listening.balancer())) {
            var isFirst = other.key().compareTo(listener.key()) < 0;
            var word = other.listening().port() == 80 ? "http" : "redirectHttp";
            if (other.listening().port() == 80 || isFirst && other.listening().isHttpRedirected()) {
                out.find(Diagnostic.of(
                                RuleId.of("listener.port.taken"),
                                Severity.ERROR,
                                at,
                                "`" + listener.name() + "` sends callers of port 80 on, and load balancer `"
                                        + listening.balancer().name() + "` listens there already.")
                        .also("it does so here", other.particulars().at(word))
                        .fix("Leave one of the two out."));
            }
        }
    }

    /** Lets callers in: the world where the balancer faces it, else the network. Who owns an existing one lets them in. */
    static void open(Thing asker, AnyBalancer of, String prefix, Port port, Said at, Emission out) {
        var balancer = out.estate().current(of);
        if (balancer.locator().isPresent()) {
            return;
        }
        var group = LoadBalancerEmitter.group(balancer, out);
        var why = at.because("callers reach its port " + port.number());
        if (balancer.isInternetFacing()) {
            SecurityGroups.admit(asker, prefix + "Ingress", group, TextNode.of("0.0.0.0/0"), port, why, out);
            return;
        }
        var network = out.estate().current(balancer.network());
        if (network.locator().isEmpty()) {
            var addresses = out.ref(network, "Vpc", "CidrBlock");
            SecurityGroups.admit(asker, prefix + "Ingress", group, addresses, port, why, out);
            return;
        }
        for (var addresses : PRIVATE) {
            var suffix = prefix + "Ingress" + addresses.substring(0, addresses.indexOf('.'));
            SecurityGroups.admit(asker, suffix, group, TextNode.of(addresses), port, why, out);
        }
    }

    /** The resource name of a listener, for rules in this stack or another. */
    static Node arn(AnyListener listener, Emission out) {
        var current = out.estate().current(listener);
        var locator = current.listening().locator();
        return locator.isEmpty() ? out.ref(current, LISTENER) : out.locate(current, locator.get(), "String", "Arn");
    }
}
