package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.samples.words.Traffic.service;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Alpn;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.dsl.traffic.TlsPolicy;

/** How connections come in: ports of Network Load Balancers, with and without TLS, and their addresses. */
public final class Gates implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var cluster = Cluster.of("main", network);
        var zone = HostedZone.of("house", "house.example.com")
                .record("house.example.com", "MX", "10 gate.house.example.com");
        var gate = NetworkLoadBalancer.internetFacing("gate", network)
                .alias(zone.at(), "gate.house.example.com")
                .acrossZones();
        return Stack.of(
                        "gates",
                        mail(cluster, gate),
                        vault(cluster, gate),
                        names(cluster, network),
                        safe(cluster, network),
                        lasting(cluster, network),
                        lodger(cluster, network))
                .and(HostedZone.of("inner", "house.internal").inside(network))
                .output("NameServers", zone.nameServers())
                .output("Gate", gate.address());
    }

    private static FargateService mail(Cluster cluster, NetworkLoadBalancer gate) {
        return service(cluster, "mail", tcp(2525))
                .behind(gate.tcp(25)
                        .probe(Probe.connect())
                        .to(tcp(2525))
                        .drain(ofSeconds(30))
                        .keepAddress());
    }

    private static FargateService vault(Cluster cluster, NetworkLoadBalancer gate) {
        return service(cluster, "vault", tcp(8200)).behind(gate.tls(443, certificate()));
    }

    /** Nobody can ask over UDP whether a task is well: this one listens at a port for that, too. */
    private static FargateService names(Cluster cluster, Vpc network) {
        var container = Container.of("names", image("shop/names:1.0"))
                .port(Port.udp(53))
                .port(tcp(8080));
        var inside = NetworkLoadBalancer.internal("inside", network);
        return cluster.service("names", FargateTask.sized(HalfVcpu.GB_1).container(container))
                .behind(inside.udp(53).probe(Probe.connect().at(tcp(8080))));
    }

    private static FargateService safe(Cluster cluster, Vpc network) {
        var fixed = NetworkLoadBalancer.internetFacing("fixed", network)
                .elasticAddresses("eipalloc-0a1b2c3d4e5f60711", "eipalloc-0a1b2c3d4e5f60712")
                .alias(id("Z0123456789ABCDEFGHIJ"), "fixed.example.com");
        return service(cluster, "safe", tcp(8443))
                .behind(fixed.tls(443, certificate())
                        .also(Certificate.existing(
                                "other", arn("arn:aws:acm:eu-central-1:123456789012:certificate/0000")))
                        .tls(TlsPolicy.TLS_1_2_FIPS)
                        .alpn(Alpn.HTTP1_PREFERRED)
                        .proxyProtocol()
                        .sticky());
    }

    private static FargateService lasting(Cluster cluster, Vpc network) {
        var near = NetworkLoadBalancer.internal("near", network).privateAddresses("10.0.128.5", "10.0.144.5");
        return service(cluster, "long", tcp(2525)).behind(near.tcp(2525).idleTimeout(ofMinutes(10)));
    }

    private static FargateService lodger(Cluster cluster, Vpc network) {
        var borrowed = NetworkLoadBalancer.existing("borrowed", parameter("BorrowedArn"), network)
                .securityGroup("sg-0a1b2c3d4e5f60719");
        return service(cluster, "lodger", tcp(2525)).behind(borrowed.tcp(2526));
    }

    private static Certificate certificate() {
        return Certificate.existing("shop", parameter("Certificate"));
    }
}
