package dev.stowage.synth.emit.ecs;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Parts of commands of the AWS CLI that a stack shows. */
final class Commands {

    private Commands() {}

    /**
     * Where tasks run.
     *
     * @param subnets a list of subnets
     * @param groups a list of security groups
     * @param isPublic whether tasks have public addresses
     */
    static List<Node> network(Node subnets, Node groups, boolean isPublic) {
        return List.of(
                TextNode.of(" --network-configuration 'awsvpcConfiguration={subnets=["),
                commas(subnets),
                TextNode.of("],securityGroups=["),
                commas(groups),
                TextNode.of("],assignPublicIp=" + (isPublic ? "ENABLED" : "DISABLED") + "}'"));
    }

    /** The items of a list, with commas between them. */
    static Node commas(Node list) {
        return list instanceof ListNode items && items.items().size() == 1
                ? items.items().get(0)
                : CallNode.of("Fn::Join", ListNode.of(TextNode.of(","), list));
    }
}
