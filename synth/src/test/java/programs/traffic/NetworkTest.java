package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
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
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Alpn;
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

    @Test
    void leadsTcpAndUdpOfAPortToOneTask() {
        var outcome = Shop.outcome(dns(udp(53), tcp(53)).behind(EDGE.tcpUdp(53)));
        assertThat(outcome.text("DnsEdgeTcpudp53Listener", "Protocol")).isEqualTo("\"TCP_UDP\"");
        assertThat(outcome.text("DnsEdgeTcpUdp53TargetGroup", "Protocol")).isEqualTo("\"TCP_UDP\"");
        assertThat(outcome.text("DnsEdgeTcpUdp53Ingress", "IpProtocol")).isEqualTo("\"tcp\"");
        assertThat(outcome.text("DnsEdgeTcpUdp53OverUdpIngress", "IpProtocol")).isEqualTo("\"udp\"");
        assertThat(outcome.text("DnsEdgeTcpudp53ListenerUdpIngress", "IpProtocol"))
                .isEqualTo("\"udp\"");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(Shop.outcome(dns(tcp(53)).behind(EDGE.tcpUdp(53))).rules()).containsExactly("route.port.absent");
    }

    @Test
    void showsSeveralCertificatesAndAgreesOnHttp() {
        var blog = Certificate.existing("blog", arn("arn:aws:acm:eu-west-1:111122223333:certificate/2"));
        var outcome = Shop.outcome(
                Shop.service().behind(EDGE.tls(443, CERTIFICATE).also(blog).alpn(Alpn.HTTP2_PREFERRED)));
        assertThat(outcome.text("WebEdgeTls443Listener", "AlpnPolicy")).isEqualTo("[\"HTTP2Preferred\"]");
        assertThat(outcome.text("WebEdgeTls443ListenerBlogCertificate", "ListenerArn"))
                .isEqualTo("{\"Ref\": \"WebEdgeTls443Listener\"}");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void tellsTasksWhoCallsAndKeepsCallers() {
        var outcome = Shop.outcome(
                Shop.service().behind(EDGE.tcp(25).proxyProtocol().sticky().idleTimeout(ofSeconds(600))));
        assertThat(outcome.text("WebEdge8080TargetGroup", "TargetGroupAttributes"))
                .isEqualTo("[{\"Key\": \"deregistration_delay.timeout_seconds\", \"Value\": \"30\"}, "
                        + "{\"Key\": \"stickiness.enabled\", \"Value\": \"true\"}, "
                        + "{\"Key\": \"stickiness.type\", \"Value\": \"source_ip\"}, "
                        + "{\"Key\": \"proxy_protocol_v2.enabled\", \"Value\": \"true\"}]");
        assertThat(outcome.text("WebEdgeTcp25Listener", "ListenerAttributes"))
                .isEqualTo("[{\"Key\": \"tcp.idle_timeout.seconds\", \"Value\": \"600\"}]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Shop.outcome(Shop.service().behind(EDGE.tcp(25).idleTimeout(ofSeconds(6))))
                        .rules())
                .containsExactly("listener.idle-timeout");
    }

    @Test
    void hasAddressesThatStay() {
        var outcome = Shop.outcome(Shop.service()
                .behind(EDGE.elasticAddresses()
                        .alias(id("Z0123"), "mail.example")
                        .tcp(25)));
        assertThat(outcome.text("EdgeLoadBalancer", "SubnetMappings"))
                .isEqualTo("[{\"SubnetId\": \"subnet-21\", "
                        + "\"AllocationId\": {\"Fn::GetAtt\": [\"EdgeAddress1\", \"AllocationId\"]}}, "
                        + "{\"SubnetId\": \"subnet-22\", "
                        + "\"AllocationId\": {\"Fn::GetAtt\": [\"EdgeAddress2\", \"AllocationId\"]}}]");
        assertThat(outcome.resources("AWS::EC2::EIP")).hasSize(2);
        assertThat(outcome.text("EdgeMailExampleRecord", "Type")).isEqualTo("\"A\"");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        var inside = NetworkLoadBalancer.internal("edge", Shop.NETWORK).privateAddresses("10.0.1.5", "10.0.2.5");
        assertThat(Shop.outcome(Shop.service().behind(inside.tcp(25))).text("EdgeLoadBalancer", "SubnetMappings"))
                .isEqualTo("[{\"SubnetId\": \"subnet-11\", \"PrivateIPv4Address\": \"10.0.1.5\"}, "
                        + "{\"SubnetId\": \"subnet-12\", \"PrivateIPv4Address\": \"10.0.2.5\"}]");
    }

    @Test
    void hasOneAddressForEachSubnetThatIsKnown() {
        assertThat(Shop.outcome(Shop.service()
                                .behind(EDGE.elasticAddresses("eipalloc-1").tcp(25)))
                        .rules())
                .containsExactly("balancer.addresses.count");
        assertThat(Shop.outcome(Shop.service()
                                .behind(EDGE.privateAddresses("10.0.1.5", "10.0.2.5")
                                        .tcp(25)))
                        .rules())
                .containsExactly("balancer.addresses.scheme");
        var unknown = NetworkLoadBalancer.internetFacing("edge", Vpc.existing("other", id("vpc-2")))
                .elasticAddresses();
        assertThat(Shop.outcome(Shop.service().behind(unknown.tcp(25))).rules()).contains("balancer.addresses.subnets");
    }

    @Test
    void listensAtALoadBalancerOfOthers() {
        var house = NetworkLoadBalancer.existing("house", parameter("HouseArn"), Shop.NETWORK)
                .securityGroup("sg-7");
        var outcome = Shop.outcome(Shop.service().behind(house.tcp(25)));
        assertThat(outcome.text("WebHouseTcp25Listener", "LoadBalancerArn")).isEqualTo("{\"Ref\": \"HouseArn\"}");
        assertThat(outcome.text("WebHouse8080Ingress", "SourceSecurityGroupId")).isEqualTo("\"sg-7\"");
        assertThat(outcome.ids()).doesNotContain("WebHouseTcp25ListenerIngress", "HouseLoadBalancer");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(Shop.outcome(Shop.service().behind(house.acrossZones().tcp(25)))
                        .rules())
                .containsExactly("place.existing.word");
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
