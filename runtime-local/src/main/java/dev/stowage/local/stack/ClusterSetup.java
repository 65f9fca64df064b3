package dev.stowage.local.stack;

import dev.stowage.local.place.Instance;
import dev.stowage.schema.semantics.CapacityShare;
import java.util.List;

/**
 * A cluster.
 *
 * @param name its name
 * @param arn its ARN
 * @param strategy the strategy of services that say none; empty without one
 * @param instances the simulated container instances, for what does not run on Fargate
 */
public record ClusterSetup(String name, String arn, List<CapacityShare> strategy, List<Instance> instances) {

    /** A cluster that cannot be changed from outside. */
    public ClusterSetup {
        strategy = List.copyOf(strategy);
        instances = List.copyOf(instances);
    }
}
