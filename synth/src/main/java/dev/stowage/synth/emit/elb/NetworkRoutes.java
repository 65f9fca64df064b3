package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.NetworkListener;
import dev.stowage.dsl.traffic.NetworkListener.Transport;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerCertificate;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import java.util.ArrayList;
import java.util.Locale;

/** The ports of Network Load Balancers: each is a listener that forwards to one service, and stands in its stack. */
final class NetworkRoutes {

    private static final int SHORTEST_IDLE = 60;
    private static final int LONGEST_IDLE = 6_000;

    private NetworkRoutes() {}

    /** Adds the listener of a route and answers its logical id. */
    static String emit(Service service, Target target, Routing routing, NetworkListener listener, Emission out) {
        var listening = listener.listening();
        var at = Said.of(
                "service",
                service.name(),
                "behind",
                listener.particulars().lines().birth());
        refuseTaken(listener, at, out);
        var properties = ElbListener.of()
                .said(at)
                .loadBalancerArn(LoadBalancerEmitter.arn(listening.balancer(), out))
                .port(listening.port())
                .protocol(listener.transport().name());
        if (listening.certificate().isPresent()) {
            properties = encrypted(properties, service, target, listener, out);
        }
        if (listener.idleTimeout().isPresent()) {
            properties = idle(properties, service, target, listener, out);
        }
        open(service, listener, at, out);
        return out.add(Draft.of(
                        service,
                        suffix(listener, out),
                        ElbListener.TYPE,
                        properties.defaultActions(forward(service, target, routing, out)))
                .kind(Kind.LISTENER)
                .at(at));
    }

    private static ElbListener encrypted(
            ElbListener properties, Service service, Target target, NetworkListener listener, Emission out) {
        var listening = listener.listening();
        var result = properties
                .certificates(
                        ListenerEmitter.certificate(listening.certificate().orElseThrow(), out))
                .sslPolicy(ListenerEmitter.tlsPolicy(listening));
        if (listener.alpn().isPresent()) {
            var policy = TextNode.of(listener.alpn().get().policy());
            result = result.said(at("alpn", service, target)).alpnPolicy(ListNode.of(policy));
        }
        for (var certificate : listening.moreCertificates()) {
            var suffix = suffix(listener, out);
            var at = at("also", service, target);
            var attached = ElbListenerCertificate.of()
                    .said(at)
                    .listenerArn(out.ref(service, suffix))
                    .certificates(ElbListenerCertificate.Certificate.of()
                            .certificateArn(ListenerEmitter.arn(certificate, out)));
            var id = suffix + Names.pascal(certificate.name()) + "Certificate";
            out.add(Draft.of(service, id, ElbListenerCertificate.TYPE, attached).at(at));
        }
        return result;
    }

    private static ElbListener idle(
            ElbListener properties, Service service, Target target, NetworkListener listener, Emission out) {
        var at = at("idleTimeout", service, target);
        var seconds = out.seconds(listener.idleTimeout().orElseThrow(), at);
        if (seconds < SHORTEST_IDLE || seconds > LONGEST_IDLE || listener.transport() != Transport.TCP) {
            out.find(
                    "listener.idle-timeout",
                    at,
                    "`" + listener.name() + "` forgets connections after " + seconds
                            + " s without a word, and Elastic Load Balancing takes 60 to 6000 s, for TCP only.",
                    "Write .idleTimeout(ofMinutes(10)) on a route for TCP, or leave it out.");
        }
        return properties
                .said(at)
                .listenerAttributes(ElbListener.ListenerAttribute.of()
                        .key("tcp.idle_timeout.seconds")
                        .value(String.valueOf(seconds)));
    }

    private static Said at(String word, Service service, Target target) {
        var lines = target.routings().get(0).lines();
        for (var routing : target.routings()) {
            lines = routing.lines().has(word) ? routing.lines() : lines;
        }
        return Said.of("service", service.name(), word, lines.at(word));
    }

    private static void open(Service service, NetworkListener listener, Said at, Emission out) {
        var listening = listener.listening();
        var suffix = suffix(listener, out);
        var number = listening.port();
        var isUdp = listener.transport() == Transport.UDP;
        var port = isUdp ? Port.udp(number) : Port.tcp(number);
        ListenerEmitter.open(service, listening.balancer(), suffix, port, at, out);
        if (listener.transport() == Transport.TCP_UDP) {
            ListenerEmitter.open(service, listening.balancer(), suffix + "Udp", Port.udp(number), at, out);
        }
    }

    /** A balancer listens once at a port, by whatever transport; of two listeners the later one by name is told of. */
    private static void refuseTaken(NetworkListener listener, Said at, Emission out) {
        for (var service : out.estate().services()) {
            for (var route : service.spec().allRoutes()) {
                if (route.routing().listener() instanceof NetworkListener other
                        && other.listening().port() == listener.listening().port()
                        && other.listening()
                                .balancer()
                                .key()
                                .equals(listener.listening().balancer().key())
                        && other.transport().compareTo(listener.transport()) < 0) {
                    out.find(Diagnostic.of(
                                    RuleId.of("listener.port.taken"),
                                    Severity.ERROR,
                                    at,
                                    "`" + listener.name() + "` listens at port "
                                            + listener.listening().port() + ", and network load balancer `"
                                            + listener.listening().balancer().name() + "` listens there already.")
                            .also("it does so here", other.particulars().birth())
                            .fix("Take another port for one of them."));
                    return;
                }
            }
        }
    }

    private static ElbListener.Action forward(Service service, Target target, Routing routing, Emission out) {
        var shares = new ArrayList<ElbListener.TargetGroupTuple>(2);
        for (var share : target.shares(service, out)) {
            shares.add(ElbListener.TargetGroupTuple.of()
                    .targetGroupArn(share.group())
                    .weight(share.weight()));
        }
        var action = ElbListener.Action.of().type("forward");
        return shares.size() == 1
                ? action.targetGroupArn(target.single(service, routing, out))
                : action.forwardConfig(ElbListener.ForwardConfig.of().targetGroups(shares));
    }

    /** The end of the logical id of the listener. */
    static String suffix(NetworkListener listener, Emission out) {
        var transport = listener.transport().name().toLowerCase(Locale.ROOT).replace("_", "");
        return out.estate().stem(listener.listening().balancer())
                + Names.pascal(transport)
                + listener.listening().port()
                + ListenerEmitter.LISTENER;
    }
}
