package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Port.udp;
import static dev.stowage.dsl.traffic.Probe.connect;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** Ports of Network Load Balancers, and what follows from them. */
class NetworkTest {

    private static final NetworkLoadBalancer EDGE = NetworkLoadBalancer.internetFacing("edge", Shop.NETWORK);

    private static final Certificate CERTIFICATE =
            Certificate.existing("mail", arn("arn:aws:acm:eu-west-1:111122223333:certificate/1"));

    @Test
    void leadsAPortToAService() {
        var outcome = Shop.outcome(Shop.service().behind(EDGE.tcp(25)));
        assertThat(outcome.text("EdgeLoadBalancer", "Type")).isEqualTo("\"network\"");
        assertThat(outcome.text("WebEdgeTcp25Listener", "Protocol")).isEqualTo("\"TCP\"");
        assertThat(outcome.text("WebEdgeTcp25Listener", "DefaultActions"))
                .isEqualTo("[{\"Type\": \"forward\", \"TargetGroupArn\": {\"Ref\": \"WebEdge8080TargetGroup\"}}]");
        assertThat(outcome.text("WebEdge8080TargetGroup", "Protocol")).isEqualTo("\"TCP\"");
        assertThat(outcome.text("WebEdgeTcp25ListenerIngress", "FromPort")).isEqualTo("25");
        assertThat(outcome.resource("WebService").attributes().toString()).contains("WebEdgeTcp25Listener");
        assertThat(outcome.model().findings()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void endsTlsAndShowsTheCaller() {
        var outcome = Shop.outcome(Shop.service()
                .behind(EDGE.tls(993, CERTIFICATE)
                        .keepAddress()
                        .probe(http("/health"))
                        .drain(ofSeconds(300))));
        assertThat(outcome.text("WebEdgeTls993Listener", "Certificates/0/CertificateArn"))
                .isEqualTo("\"arn:aws:acm:eu-west-1:111122223333:certificate/1\"");
        assertThat(outcome.text("WebEdge8080TargetGroup", "TargetGroupAttributes"))
                .isEqualTo("[{\"Key\": \"deregistration_delay.timeout_seconds\", \"Value\": \"300\"}, "
                        + "{\"Key\": \"preserve_client_ip.enabled\", \"Value\": \"true\"}]");
        assertThat(outcome.text("WebEdge8080TargetGroup", "HealthCheckProtocol"))
                .isEqualTo("\"HTTP\"");
    }

    @Test
    void asksOverTcpWhatIsCalledByUdp() {
        var outcome = Shop.outcome(
                dns(udp(53), tcp(8053)).behind(EDGE.udp(53).probe(connect().at(tcp(8053)))));
        assertThat(outcome.text("DnsEdgeUdp53TargetGroup", "Protocol")).isEqualTo("\"UDP\"");
        assertThat(outcome.text("DnsEdgeUdp53TargetGroup", "HealthCheckProtocol"))
                .isEqualTo("\"TCP\"");
        assertThat(outcome.text("DnsEdgeUdp53TargetGroup", "HealthCheckPort")).isEqualTo("\"8053\"");
        assertThat(outcome.text("DnsEdgeUdp53Ingress", "IpProtocol")).isEqualTo("\"udp\"");
        assertThat(outcome.text("DnsEdgeUdp53Probe8053Ingress", "IpProtocol")).isEqualTo("\"tcp\"");
        assertThat(outcome.text("DnsEdgeUdp53ListenerIngress", "IpProtocol")).isEqualTo("\"udp\"");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void letsTheProbeInOverTcpAtAPortThatIsCalledByUdp() {
        var plain = Shop.outcome(dns(udp(53), tcp(53)).behind(EDGE.udp(53)));
        assertThat(plain.text("DnsEdgeUdp53Ingress", "IpProtocol")).isEqualTo("\"udp\"");
        assertThat(plain.text("DnsEdgeUdp53Probe53Ingress", "IpProtocol")).isEqualTo("\"tcp\"");
        assertThat(Shop.outcome(dns(udp(53)).behind(EDGE.udp(53).probe(connect())))
                        .rules())
                .containsExactly("route.probe.udp");
    }

    @Test
    void leadsTwoPortsToOneNumberByTcpAndByUdp() {
        var outcome = Shop.outcome(
                dns(udp(53), tcp(53)).behind(EDGE.udp(53)).behind(EDGE.tcp(853).to(tcp(53))));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("DnsEdgeUdp53TargetGroup", "Protocol")).isEqualTo("\"UDP\"");
        assertThat(outcome.text("DnsEdge53TargetGroup", "Protocol")).isEqualTo("\"TCP\"");
    }

    @Test
    void listensOnceAtAPort() {
        var outcome = Shop.outcome(dns(udp(53), tcp(53)).behind(EDGE.udp(53)).behind(EDGE.tcp(53)));
        assertThat(outcome.rules()).containsExactly("listener.port.taken");
        assertThat(outcome.finding("listener.port.taken").message())
                .isEqualTo("`edge-udp-53` listens at port 53, and network load balancer `edge` listens there already.");
    }

    @Test
    void warnsWhereNobodyAnswersTheProbe() {
        var outcome = Shop.outcome(dns(udp(53)).behind(EDGE.udp(53)));
        assertThat(outcome.rules()).containsExactly("route.probe.udp");
        assertThat(Shop.outcome(dns(udp(53), tcp(53)).behind(EDGE.udp(53))).rules())
                .isEmpty();
    }

    @Test
    void leadsUdpToNoPortForTcp() {
        assertThat(Shop.outcome(Shop.service().behind(EDGE.udp(53)))
                        .finding("route.task.without-port")
                        .message())
                .isEqualTo("`web` is behind a route, and no container of its task listens at a port for UDP.");
    }

    @Test
    void leadsAPortToOneServiceOnly() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop", Shop.service().behind(EDGE.tcp(25)), dns(tcp(53)).behind(EDGE.tcp(25))));
        assertThat(outcome.finding("route.conditions.same").message())
                .startsWith("Two routes of listener `edge-tcp-25` answer the same requests");
    }

    @Test
    void asksAnApplicationLoadBalancerForNoConnection() {
        var outcome = Shop.outcome(Shop.service().behind(Shop.HTTPS.path("/*").probe(connect())));
        assertThat(outcome.rules()).containsExactly("route.probe.connection");
    }

    @Test
    void shiftsTheTrafficOfAPort() {
        var outcome = Shop.outcome(
                Shop.service().behind(EDGE.tcp(25)).deploy(blueGreen().preview(EDGE.tcp(2525))));
        assertThat(outcome.text("WebEdgeTcp25Listener", "DefaultActions/0/ForwardConfig/TargetGroups/1"))
                .isEqualTo("{\"TargetGroupArn\": {\"Ref\": \"WebEdge8080AlternateTargetGroup\"}, \"Weight\": 0}");
        assertThat(outcome.text("WebService", "LoadBalancers/0/AdvancedConfiguration/ProductionListenerRule"))
                .isEqualTo("{\"Ref\": \"WebEdgeTcp25Listener\"}");
        assertThat(outcome.text("WebService", "LoadBalancers/0/AdvancedConfiguration/TestListenerRule"))
                .isEqualTo("{\"Ref\": \"WebEdgeTcp2525Listener\"}");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void leadsAcrossZonesWhereThatIsSaid() {
        var inside = NetworkLoadBalancer.internal("edge", Shop.NETWORK).acrossZones();
        assertThat(Shop.outcome(Shop.service().behind(inside.tcp(25)))
                        .text("EdgeLoadBalancer", "LoadBalancerAttributes"))
                .isEqualTo("[{\"Key\": \"load_balancing.cross_zone.enabled\", \"Value\": \"true\"}]");
    }

    private static FargateService dns(Port first, Port... others) {
        var container = Container.of("dns", Image.image("shop/dns:1")).port(first);
        for (var other : others) {
            container = container.port(other);
        }
        return Cluster.of("shop", Shop.NETWORK)
                .service("dns", FargateTask.sized(HalfVcpu.GB_1).container(container));
    }
}
