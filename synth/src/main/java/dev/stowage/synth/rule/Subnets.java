package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.Ec2Subnet;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The subnets in which a load balancer or the tasks of a service stand, as far as a stack of the model makes them. */
final class Subnets {

    private Subnets() {}

    /** Those that the model holds. */
    static List<Found> of(Found user) {
        var subnets = new ArrayList<Found>();
        for (var node : nodes(user)) {
            if (user.follow(node) instanceof Target.Held held && held.is(Ec2Subnet.TYPE)) {
                subnets.add(held.found());
            }
        }
        return subnets;
    }

    /** Whether the model holds all of them. */
    static boolean areComplete(Found user) {
        var nodes = nodes(user);
        return !nodes.isEmpty() && of(user).size() == nodes.size();
    }

    private static List<Node> nodes(Found user) {
        var properties = user.resource().properties();
        if (user.is(EcsService.TYPE)) {
            return properties
                    .object("NetworkConfiguration")
                    .object("AwsvpcConfiguration")
                    .list("Subnets")
                    .items();
        }
        var nodes = new ArrayList<>(properties.list("Subnets").items());
        for (var mapping : properties.list("SubnetMappings").items()) {
            var subnet = mapping instanceof ObjectNode object ? object.peek("SubnetId") : null;
            nodes.add(subnet == null ? mapping : subnet);
        }
        return nodes;
    }

    /**
     * Whether a subnet is certainly in a zone of none of the others: all zones are spelt out, or all are picked by number from
     * the same list.
     */
    static boolean isElsewhere(Found subnet, List<Found> others) {
        var zone = subnet.resource().properties().peek("AvailabilityZone");
        if (zone == null || others.isEmpty()) {
            return false;
        }
        for (var other : others) {
            var there = other.resource().properties().peek("AvailabilityZone");
            if (there == null
                    || there.equals(zone)
                    || !subnet.stack().equals(other.stack())
                    || !areAlike(zone, there)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAlike(Node one, Node other) {
        if (one instanceof TextNode && other instanceof TextNode) {
            return true;
        }
        return one instanceof CallNode a
                && other instanceof CallNode b
                && a.calls("Fn::Select")
                && b.calls("Fn::Select")
                && a.argument() instanceof ListNode from
                && b.argument() instanceof ListNode to
                && from.items().size() == 2
                && to.items().size() == 2
                && !(from.items().get(0) instanceof CallNode)
                && !(to.items().get(0) instanceof CallNode)
                && from.items().get(1).equals(to.items().get(1));
    }
}
