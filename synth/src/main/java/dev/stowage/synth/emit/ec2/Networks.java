package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What others say of a network: its id, its subnets, and what must stand before anything in it reaches the internet. */
public final class Networks {

    private Networks() {}

    /** The id of a network. */
    public static Node id(Vpc network, Emission out) {
        var current = out.estate().current(network);
        return current.locator().isPresent()
                ? out.locate(current, current.locator().get(), "AWS::EC2::VPC::Id", "VpcId")
                : out.ref(current, VpcEmitter.VPC);
    }

    /** The subnets of a kind, as a list or as a parameter that hands one in. */
    public static Node subnets(Vpc network, SubnetKind kind, Emission out) {
        var current = out.estate().current(network);
        if (current.locator().isEmpty()) {
            check(current, kind, out);
            var subnets = new ArrayList<Node>();
            for (var zone = 1; zone <= VpcEmitter.zones(current); zone++) {
                subnets.add(out.ref(current, VpcEmitter.subnet(kind, zone)));
            }
            return ListNode.of(subnets);
        }
        var handed = current.handedSubnets().get(kind);
        if (handed != null) {
            return handed(current, handed, kind, out);
        }
        var ids = ids(current, kind);
        if (ids.isEmpty()) {
            var name = out.estate().stem(current) + word(kind) + "Subnets";
            var site = current.particulars().lines().birth();
            return out.parameter(Parameter.of(name, "List<AWS::EC2::Subnet::Id>", site));
        }
        var at = current.particulars().at(word(kind).toLowerCase(Locale.ROOT) + "Subnets");
        var subnets = new ArrayList<Node>(ids.size());
        for (var id : ids) {
            subnets.add(TextNode.of(id).at(at));
        }
        return ListNode.of(subnets).at(at);
    }

    private static void check(Vpc network, SubnetKind kind, Emission out) {
        if (kind == SubnetKind.ISOLATED && !network.hasIsolatedSubnets()) {
            out.find(
                    "network.isolated",
                    network.particulars().birth(),
                    "The VPC `" + network.name() + "` has no isolated subnets, and something stands in them.",
                    "Write .isolated() on the VPC.");
        }
    }

    private static List<String> ids(Vpc network, SubnetKind kind) {
        if (kind == SubnetKind.PUBLIC) {
            return network.publicSubnets();
        }
        return kind == SubnetKind.PRIVATE ? network.privateSubnets() : network.isolatedSubnets();
    }

    /** How a kind of subnet is called in logical ids. A switch over an enum would load one more class. */
    static String word(SubnetKind kind) {
        if (kind == SubnetKind.PUBLIC) {
            return "Public";
        }
        return kind == SubnetKind.PRIVATE ? "Private" : "Isolated";
    }

    /** What another stack exports is one text with commas; a parameter is a list already. */
    private static Node handed(Vpc network, Handed list, SubnetKind kind, Emission out) {
        var node = out.locate(network, list, "List<AWS::EC2::Subnet::Id>", word(kind) + "Subnets");
        return list.by() == Handed.By.EXPORT ? CallNode.of("Fn::Split", ListNode.of(TextNode.of(","), node)) : node;
    }

    /**
     * The routes of a network that is made in this very stack: tasks that start before them pull no image, and a load
     * balancer is refused.
     */
    public static List<String> routes(Vpc network, SubnetKind kind, Emission out) {
        var current = out.estate().current(network);
        var isHere = current.locator().isEmpty() && out.estate().isOwner(out.stack(), current);
        if (!isHere) {
            return List.of();
        }
        var stem = out.estate().stem(current);
        if (kind == SubnetKind.PUBLIC) {
            return List.of(stem + VpcEmitter.PUBLIC_ROUTE);
        }
        if (kind == SubnetKind.ISOLATED || !current.hasNat()) {
            return List.of();
        }
        var routes = new ArrayList<String>();
        for (var zone = 1; zone <= VpcEmitter.zones(current); zone++) {
            routes.add(stem + VpcEmitter.PRIVATE_ROUTE + zone);
        }
        return routes;
    }
}
