package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;

/** What others say of a cluster. */
public final class Clusters {

    private Clusters() {}

    /** Its name. */
    public static Node name(Cluster said, Emission out) {
        var cluster = out.estate().current(said);
        if (cluster.locator().isEmpty()) {
            return out.ref(cluster, ClusterEmitter.CLUSTER);
        }
        return cluster.locator().get() instanceof Arn arn
                ? TextNode.of(arn.value().substring(arn.value().lastIndexOf('/') + 1))
                : out.locate(cluster, cluster.locator().get(), "String", "ClusterName");
    }

    /** Its Amazon resource name. */
    public static Node arn(Cluster said, Emission out) {
        var cluster = out.estate().current(said);
        if (cluster.locator().isEmpty()) {
            return out.ref(cluster, ClusterEmitter.CLUSTER, "Arn");
        }
        return cluster.locator().get() instanceof Arn arn
                ? TextNode.of(arn.value())
                : CallNode.of(
                        "Fn::Sub",
                        ListNode.of(
                                TextNode.of(
                                        "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Name}"),
                                ObjectNode.of("Name", name(cluster, out))));
    }
}
