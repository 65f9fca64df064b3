package programs.slice;

import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.network.SubnetKind.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Networks that exist, and networks that are made. */
// formatter:off
class NetworksTest {

    private static final Marks HERE = Marks.of(NetworksTest.class);

    @Test
    void aNetworkIsFoundByItsId() {
        assertThat(vpcOf(id("vpc-1"))).isEqualTo("\"vpc-1\"");
    }

    @Test
    void aNetworkIsHandedInByAParameterOfItsType() {
        assertThat(vpcOf(parameter("Network"))).isEqualTo("{\"Ref\": \"Network\"}");
        assertThat(section(inVpc(parameter("Network")), "Parameters/Network")).isEqualTo("{\"Type\": \"AWS::EC2::VPC::Id\"}");
    }

    @Test
    void aNetworkIsReadFromTheParameterStore() {
        assertThat(vpcOf(ssm("/network/vpc"))).isEqualTo("{\"Ref\": \"MainVpcId\"}");
        assertThat(section(inVpc(ssm("/network/vpc")), "Parameters/MainVpcId"))
                .isEqualTo("{\"Type\": \"AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>\", \"Default\": \"/network/vpc\"}");
    }

    @Test
    void aNetworkIsImported() {
        assertThat(vpcOf(exported("network-vpc"))).isEqualTo("{\"Fn::ImportValue\": \"network-vpc\"}");
    }

    @Test
    void subnetsThatAreNotNamedAreAskedForAtDeployment() {
        var outcome = inVpc(id("vpc-1"));

        assertThat(outcome.text("WebService", "NetworkConfiguration/AwsvpcConfiguration/Subnets")).isEqualTo("{\"Ref\": \"MainPrivateSubnets\"}");
        assertThat(outcome.text("FrontLoadBalancer", "Subnets")).isEqualTo("{\"Ref\": \"MainPublicSubnets\"}");
        assertThat(section(outcome, "Parameters/MainPublicSubnets")).isEqualTo("{\"Type\": \"List<AWS::EC2::Subnet::Id>\"}");
    }

    @Test
    void aTaskStandsInPublicSubnetsWhereItSaysSo() {
        var outcome = Outcome.of(() -> Stack.of("shop",
                Given.cluster().service("a", Given.task()).publicAddress(), Given.cluster().service("b", Given.task()).in(PUBLIC)));

        assertThat(outcome.text("AService", "NetworkConfiguration/AwsvpcConfiguration/Subnets"))
                .isEqualTo("[\"subnet-2\", \"subnet-3\"]");
        assertThat(outcome.text("AService", "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp")).isEqualTo("\"ENABLED\"");
        assertThat(outcome.text("BService", "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp")).isEqualTo("\"DISABLED\"");
    }

    @ParameterizedTest(name = "{0} zones")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aNewNetworkHasAPublicAndAPrivateSubnetInEachZone(int zones) {
        var outcome = made("10.0.0.0/16", zones);

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::EC2::Subnet")).hasSize(2 * zones);
        assertThat(outcome.resources("AWS::EC2::NatGateway")).hasSize(zones);
        assertThat(outcome.resources("AWS::EC2::RouteTable")).hasSize(zones + 1);
        assertThat(outcome.text("MainPublicSubnet" + zones, "AvailabilityZone"))
                .isEqualTo("{\"Fn::Select\": [" + (zones - 1) + ", {\"Fn::GetAZs\": \"\"}]}");
    }

    @ParameterizedTest(name = "{0} over {1} zones")
    @CsvSource({"10.0.0.0/16, 6", "10.1.128.0/17, 6", "172.16.0.0/20, 3", "192.168.7.0/24, 6", "100.64.240.0/22, 1", "255.255.0.0/16, 6"})
    void subnetsLieInTheNetworkAndNeverOverlap(String cidr, int zones) {
        var network = Block.of(cidr);
        var blocks = new ArrayList<Block>();
        for (var subnet : made(cidr, zones).resources("AWS::EC2::Subnet")) {
            blocks.add(Block.of(subnet.properties().text("CidrBlock").orElseThrow()));
        }
        assertThat(blocks).hasSize(2 * zones).allMatch(network::contains);
        for (var one : blocks) {
            assertThat(blocks).filteredOn(other -> other != one).noneMatch(one::overlaps);
        }
    }

    @ParameterizedTest(name = "from {0} zones on")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void oneMoreZoneChangesNothingThatIsThere(int zones) {
        var before = made("10.0.0.0/16", zones);
        var after = made("10.0.0.0/16", zones + 1);

        assertThat(after.differences(before)).allMatch(id -> !before.ids().contains(id));
    }

    @Test
    void aSharedGatewayIsOneForAllZones() {
        var outcome = Outcome.of(() -> Stack.of("network", Vpc.of("main", "10.0.0.0/16").zones(3).sharedNat()));

        assertThat(outcome.resources("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(outcome.text("MainPrivateRoute3", "NatGatewayId")).isEqualTo("{\"Ref\": \"MainNatGateway1\"}");
    }

    @Test
    void addressesThatAreKnownAtDeploymentAreCutThere() {
        var outcome = Outcome.of(() -> Stack.of("network", Vpc.of("main", Text.parameter("Addresses"))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MainVpc", "CidrBlock")).isEqualTo("{\"Ref\": \"Addresses\"}");
        assertThat(outcome.text("MainPrivateSubnet1", "CidrBlock"))
                .isEqualTo("{\"Fn::Select\": [8, {\"Fn::Cidr\": [{\"Ref\": \"Addresses\"}, 16, 12]}]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7})
    void zonesThatNoRegionHasAreAnErrorAtTheirLine(int zones) {
        var outcome = Outcome.of(() -> Stack.of("network", Vpc.of("main", "10.0.0.0/16")
                .zones(zones))); // <- zones

        assertThat(outcome.rules()).containsExactly("network.zones");
        assertThat(outcome.place("network.zones")).isEqualTo(HERE.line("zones"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/8", "10.0.0.0/25", "10.0.0.1/16", "10.0.256.0/16", "10.0.0/16", "a.b.c.d/16", "10.0.0.0/", ""})
    void addressesThatAreNoBlockForSubnetsAreAnErrorAtTheirLine(String cidr) {
        var outcome = Outcome.of(() -> Stack.of("network", Vpc.of("main", cidr))); // <- addresses

        assertThat(outcome.rules()).containsExactly("network.addresses");
        assertThat(outcome.place("network.addresses")).isEqualTo(HERE.line("addresses"));
    }

    @Test
    void whatReachesTheInternetWaitsForTheWayThere() {
        var outcome = Outcome.of(() -> {
            var network = Vpc.of("main", "10.0.0.0/16");
            var http = LoadBalancer.internetFacing("front", network).http();
            return Stack.of("shop", Cluster.of("shop", network).service("web", Given.task()).behind(http.path("/*")));
        });

        assertThat(waitsFor(outcome, "WebService")).contains("MainPrivateRoute1", "MainPrivateRoute2", "ShopCapacityProviders");
        assertThat(waitsFor(outcome, "FrontLoadBalancer")).contains("MainPublicRoute");
        assertThat(waitsFor(outcome, "MainNatGateway1")).contains("MainPublicRoute");
        assertThat(waitsFor(outcome, "MainPublicRoute")).contains("MainInternetGatewayAttachment");
    }

    private static List<String> waitsFor(Outcome outcome, String logicalId) {
        return outcome.resource(logicalId).attributes().list("DependsOn").items().stream().map(each -> ((TextNode) each).value()).toList();
    }

    private static Outcome made(String cidr, int zones) {
        return Outcome.of(() -> Stack.of("network", Vpc.of("main", cidr).zones(zones)));
    }

    private static Outcome inVpc(Locator locator) {
        return Outcome.of(() -> {
            var network = Vpc.existing("main", locator);
            return Stack.of("shop", Cluster.of("shop", network).service("web", Given.task()), LoadBalancer.internetFacing("front", network));
        });
    }

    private static String vpcOf(Locator locator) {
        return inVpc(locator).text("WebSecurityGroup", "VpcId");
    }

    private static String section(Outcome outcome, String path) {
        return Outcome.text(Outcome.at(outcome.template("shop").sections(), path));
    }

    /** A block of addresses, read by other means than those of the emitter. */
    private record Block(long first, long last) {

        static Block of(String cidr) {
            var parts = cidr.split("[./]");
            var address = 0L;
            for (var i = 0; i < 4; i++) {
                address = address * 256 + Long.parseLong(parts[i]);
            }
            var size = 1L << 32 - Integer.parseInt(parts[4]);
            assertThat(address % size).isZero();
            return new Block(address, address + size - 1);
        }

        boolean contains(Block other) {
            return first <= other.first && other.last <= last;
        }

        boolean overlaps(Block other) {
            return first <= other.last && other.first <= last;
        }
    }

    @Test
    void oneSubnetsPlaceIsTheSameWhateverTheZones() {
        var places = new TreeMap<String, String>();
        for (var zones = 1; zones <= 6; zones++) {
            for (var subnet : made("10.0.0.0/16", zones).resources("AWS::EC2::Subnet")) {
                var cidr = subnet.properties().text("CidrBlock").orElseThrow();
                assertThat(places.computeIfAbsent(subnet.logicalId(), id -> cidr)).isEqualTo(cidr);
            }
        }
        assertThat(places).hasSize(12);
    }
}
// formatter:on
