package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.expression.TextLiteral;
import dev.stowage.schema.resource.Ec2Eip;
import dev.stowage.schema.resource.Ec2InternetGateway;
import dev.stowage.schema.resource.Ec2NatGateway;
import dev.stowage.schema.resource.Ec2Route;
import dev.stowage.schema.resource.Ec2RouteTable;
import dev.stowage.schema.resource.Ec2Subnet;
import dev.stowage.schema.resource.Ec2SubnetRouteTableAssociation;
import dev.stowage.schema.resource.Ec2Vpc;
import dev.stowage.schema.resource.Ec2VpcGatewayAttachment;
import dev.stowage.schema.semantics.routing.AddressRange;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.List;
import java.util.Optional;

/**
 * A network of public and private subnets over some zones. Its addresses are cut into sixteen equal blocks, the first eight
 * for public subnets and the others for private ones, so that one more zone moves no subnet that is there already.
 */
public final class VpcEmitter {

    static final String VPC = "Vpc";
    static final String PUBLIC_ROUTE = "PublicRoute";
    static final String PRIVATE_ROUTE = "PrivateRoute";

    static final String PUBLIC_TABLE = "PublicRouteTable";
    static final String PRIVATE_TABLE = "PrivateRouteTable";
    static final String ISOLATED_TABLE = "IsolatedRouteTable";

    private static final String GATEWAY = "InternetGateway";
    private static final String ATTACHMENT = "InternetGatewayAttachment";
    private static final String EVERYWHERE = "0.0.0.0/0";

    /** No Region has more zones than an account can use at once. */
    private static final int MOST_ZONES = 6;

    private final Vpc network;
    private final Emission out;

    private VpcEmitter(Vpc network, Emission out) {
        this.network = network;
        this.out = out;
    }

    /** Adds the resources of a network. */
    public static void emit(Vpc network, Emission out) {
        new VpcEmitter(network, out).emit();
    }

    /** Over how many zones a network is spread. */
    static int zones(Vpc network) {
        return Math.max(1, Math.min(MOST_ZONES, network.zones()));
    }

    /** The end of the logical id of a subnet. */
    static String subnet(SubnetKind kind, int zone) {
        return Networks.word(kind) + "Subnet" + zone;
    }

    private void emit() {
        check();
        var cidr = network.cidr().orElseThrow().in(out).at(network.particulars().at("of"));
        out.add(Draft.of(
                        network,
                        VPC,
                        Ec2Vpc.TYPE,
                        Ec2Vpc.of().cidrBlock(cidr).enableDnsHostnames(true).enableDnsSupport(true))
                .kind(Kind.VPC));
        out.add(Draft.of(network, GATEWAY, Ec2InternetGateway.TYPE, Ec2InternetGateway.of()));
        out.add(Draft.of(
                network,
                ATTACHMENT,
                Ec2VpcGatewayAttachment.TYPE,
                Ec2VpcGatewayAttachment.of()
                        .vpcId(out.ref(network, VPC))
                        .internetGatewayId(out.ref(network, GATEWAY))));
        table(PUBLIC_TABLE);
        route(PUBLIC_ROUTE, PUBLIC_TABLE, Ec2Route.of().gatewayId(out.ref(network, GATEWAY)));
        for (var zone = 1; zone <= zones(network); zone++) {
            zone(zone);
        }
        if (network.hasIsolatedSubnets()) {
            isolated();
        }
        if (!network.servicesReached().isEmpty() || network.isReachingForTasks()) {
            VpcEndpoints.emit(network, out);
        }
        if (network.hasFlowLogs()) {
            FlowLogs.emit(network, out);
        }
    }

    private void check() {
        if (network.zones() != zones(network)) {
            out.find(
                    "network.zones",
                    network.particulars().at("zones"),
                    "The VPC `" + network.name() + "` is spread over " + network.zones()
                            + " zones, and it can be spread over 1 to " + MOST_ZONES + ".",
                    "Write .zones(2) or .zones(3).");
        }
        if (network.cidr().orElseThrow() instanceof TextLiteral literal) {
            var block = addresses(literal);
            var most = network.hasIsolatedSubnets() ? 23 : 24;
            if (block.isEmpty() || block.get().bits() < 16 || block.get().bits() > most) {
                out.find(
                        "network.addresses",
                        network.particulars().at("of"),
                        "The VPC `" + network.name() + "` has the addresses `" + literal.value()
                                + "`, and a VPC with subnets wants a block of 16 to " + most
                                + " bits that begins at its first address.",
                        "Write a block such as 10.0.0.0/16.");
            }
        }
    }

    private void zone(int zone) {
        addSubnet(SubnetKind.PUBLIC, zone);
        associate(SubnetKind.PUBLIC, zone, PUBLIC_TABLE);
        var gateway = network.isNatShared() ? 1 : zone;
        if (gateway == zone && network.hasNat()) {
            gateway(zone);
        }
        addSubnet(SubnetKind.PRIVATE, zone);
        table(PRIVATE_TABLE + zone);
        associate(SubnetKind.PRIVATE, zone, PRIVATE_TABLE + zone);
        if (!network.hasNat()) {
            return;
        }
        route(
                PRIVATE_ROUTE + zone,
                PRIVATE_TABLE + zone,
                Ec2Route.of().natGatewayId(out.ref(network, "NatGateway" + gateway)));
    }

    /** They share one route table, in which nothing leads out. */
    private void isolated() {
        table(ISOLATED_TABLE);
        for (var zone = 1; zone <= zones(network); zone++) {
            addSubnet(SubnetKind.ISOLATED, zone);
            associate(SubnetKind.ISOLATED, zone, ISOLATED_TABLE);
        }
    }

    private void addSubnet(SubnetKind kind, int zone) {
        var zones = CallNode.of("Fn::GetAZs", TextNode.of(""));
        var subnet = Ec2Subnet.of()
                .vpcId(out.ref(network, VPC))
                .availabilityZone(select(zone - 1, zones))
                .cidrBlock(block(kind, zone));
        if (kind == SubnetKind.PUBLIC) {
            subnet = subnet.mapPublicIpOnLaunch(true);
        }
        out.add(Draft.of(network, subnet(kind, zone), Ec2Subnet.TYPE, subnet).kind(Kind.SUBNET));
    }

    private Node block(SubnetKind kind, int zone) {
        if (kind == SubnetKind.ISOLATED) {
            // The halves of the blocks that public and private subnets leave free: the seventh, eighth, and fifteenth.
            return half(zone <= 4 ? zone + 11 : zone + 23);
        }
        return block(kind == SubnetKind.PUBLIC ? zone - 1 : zone + 7);
    }

    private Node half(int position) {
        var cidr = network.cidr().orElseThrow();
        if (cidr instanceof TextLiteral literal) {
            var block = addresses(literal);
            return TextNode.of(block.isPresent() ? block.get().part(5, position).toString() : literal.value());
        }
        return select(
                position, CallNode.of("Fn::Cidr", ListNode.of(cidr.in(out), NumberNode.of(32), NumberNode.of(11))));
    }

    private Node block(int position) {
        var cidr = network.cidr().orElseThrow();
        if (cidr instanceof TextLiteral literal) {
            var block = addresses(literal);
            return TextNode.of(block.isPresent() ? block.get().part(4, position).toString() : literal.value());
        }
        // Of a block of 16 bits that is known only at deployment, each subnet gets 12 bits of addresses.
        var sixteen = CallNode.of("Fn::Cidr", ListNode.of(cidr.in(out), NumberNode.of(16), NumberNode.of(12)));
        return select(position, sixteen);
    }

    /** The addresses of the network, where they are a block of IPv4 written with its first address. */
    private static Optional<AddressRange> addresses(TextLiteral literal) {
        var range =
                literal.value().indexOf(':') < 0 ? AddressRange.parse(literal.value()) : Optional.<AddressRange>empty();
        return range.isPresent() && range.get().beginsAtItsFirst() ? range : Optional.empty();
    }

    private static Node select(int position, Node list) {
        return CallNode.of("Fn::Select", ListNode.of(NumberNode.of(position), list));
    }

    private void gateway(int zone) {
        out.add(Draft.of(network, "NatAddress" + zone, Ec2Eip.TYPE, Ec2Eip.of().domain("vpc"))
                .after(List.of(out.estate().stem(network) + ATTACHMENT)));
        out.add(Draft.of(
                        network,
                        "NatGateway" + zone,
                        Ec2NatGateway.TYPE,
                        Ec2NatGateway.of()
                                .allocationId(out.ref(network, "NatAddress" + zone, "AllocationId"))
                                .subnetId(out.ref(network, subnet(SubnetKind.PUBLIC, zone))))
                .after(List.of(out.estate().stem(network) + PUBLIC_ROUTE)));
    }

    private void table(String suffix) {
        out.add(Draft.of(network, suffix, Ec2RouteTable.TYPE, Ec2RouteTable.of().vpcId(out.ref(network, VPC))));
    }

    private void route(String suffix, String table, Ec2Route route) {
        var draft = Draft.of(
                network,
                suffix,
                Ec2Route.TYPE,
                route.routeTableId(out.ref(network, table)).destinationCidrBlock(EVERYWHERE));
        out.add(suffix.equals(PUBLIC_ROUTE) ? draft.after(List.of(out.estate().stem(network) + ATTACHMENT)) : draft);
    }

    private void associate(SubnetKind kind, int zone, String table) {
        out.add(Draft.of(
                network,
                subnet(kind, zone) + "Routes",
                Ec2SubnetRouteTableAssociation.TYPE,
                Ec2SubnetRouteTableAssociation.of()
                        .subnetId(out.ref(network, subnet(kind, zone)))
                        .routeTableId(out.ref(network, table))));
    }
}
