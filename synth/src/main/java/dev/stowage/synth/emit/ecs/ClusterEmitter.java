package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Insights;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations.CapacityProviderStrategy;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;

/** A cluster and the capacity providers that it can use, and what others say of it. */
public final class ClusterEmitter {

    /** The end of the logical id of a cluster. */
    public static final String CLUSTER = "Cluster";

    /** The end of the logical id of the association of a cluster with its capacity providers. */
    public static final String PROVIDERS = "CapacityProviders";

    private ClusterEmitter() {}

    /** Adds the resources of a cluster. */
    public static void emit(Cluster cluster, Emission out) {
        var particulars = cluster.particulars();
        var properties = EcsCluster.of();
        if (particulars.lines().has("insights")) {
            properties = properties
                    .said(particulars.at("insights"))
                    .clusterSettings(EcsCluster.ClusterSettings.of()
                            .name("containerInsights")
                            .value(value(cluster.insights())));
        }
        out.add(Draft.of(cluster, CLUSTER, EcsCluster.TYPE, properties).kind(Kind.CLUSTER));
        var strategy = new ArrayList<CapacityProviderStrategy>();
        for (var capacity : Strategies.of(cluster)) {
            var item = CapacityProviderStrategy.of().capacityProvider(Strategies.provider(capacity));
            item = Strategies.base(capacity) > 0 ? item.base(Strategies.base(capacity)) : item;
            strategy.add(item.weight(Strategies.weight(capacity)));
        }
        var providers = EcsClusterCapacityProviderAssociations.of()
                .said(particulars.at("on"))
                .cluster(out.ref(cluster, CLUSTER))
                .capacityProviders("FARGATE", "FARGATE_SPOT")
                .defaultCapacityProviderStrategy(strategy);
        out.add(Draft.of(cluster, PROVIDERS, EcsClusterCapacityProviderAssociations.TYPE, providers)
                .kind(Kind.CAPACITY_PROVIDERS)
                .at(particulars.at("on")));
    }

    /** The name of a cluster, made here or existing. */
    public static Node name(Cluster said, Emission out) {
        var cluster = out.estate().current(said);
        if (cluster.locator().isEmpty()) {
            return out.ref(cluster, CLUSTER);
        }
        return cluster.locator().get() instanceof Arn arn
                ? TextNode.of(arn.value().substring(arn.value().lastIndexOf('/') + 1))
                : out.locate(cluster, cluster.locator().get(), "String", "ClusterName");
    }

    /** The Amazon resource name of a cluster. */
    public static Node arn(Cluster said, Emission out) {
        var cluster = out.estate().current(said);
        if (cluster.locator().isEmpty()) {
            return out.ref(cluster, CLUSTER, "Arn");
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

    private static String value(Insights insights) {
        return switch (insights) {
            case DISABLED -> "disabled";
            case ENABLED -> "enabled";
            case ENHANCED -> "enhanced";
        };
    }
}
