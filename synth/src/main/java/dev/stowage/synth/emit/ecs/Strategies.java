package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.cluster.Capacity;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Fargate;
import dev.stowage.dsl.cluster.FargateCapacity;
import java.util.List;

/** Which capacity a service ends up on. A strategy is always written out: adding one later replaces a service. */
public final class Strategies {

    private Strategies() {}

    /** The strategy of a cluster: Fargate on demand where it says nothing. */
    public static List<? extends Capacity> of(Cluster cluster) {
        return cluster.strategy().isEmpty() ? List.of(Fargate.FARGATE) : cluster.strategy();
    }

    /** The name of the provider of a capacity. */
    public static String provider(Capacity capacity) {
        return ((FargateCapacity) capacity).provider().name();
    }

    /** How many tasks run there first. */
    public static int base(Capacity capacity) {
        return ((FargateCapacity) capacity).base();
    }

    /** The part of all further tasks that runs there. */
    public static int weight(Capacity capacity) {
        return ((FargateCapacity) capacity).weight();
    }
}
