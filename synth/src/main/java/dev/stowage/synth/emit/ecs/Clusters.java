package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;

/** What others say of a cluster. */
public final class Clusters {

    private Clusters() {}

    /** Its name. */
    public static Node name(Cluster cluster, Emission out) {
        return out.ref(out.estate().current(cluster), ClusterEmitter.CLUSTER);
    }

    /** Its Amazon resource name. */
    public static Node arn(Cluster cluster, Emission out) {
        return out.ref(out.estate().current(cluster), ClusterEmitter.CLUSTER, "Arn");
    }
}
