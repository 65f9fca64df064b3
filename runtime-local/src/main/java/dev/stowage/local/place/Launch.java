package dev.stowage.local.place;

import java.util.List;

/** On what tasks run. */
public sealed interface Launch {

    /**
     * On Fargate, where each task gets the zone with the fewest tasks of its group.
     *
     * @param zones the zones of the subnets, in their order
     */
    record OnFargate(List<String> zones) implements Launch {}

    /**
     * On the container instances of the cluster.
     *
     * @param placement which of them
     */
    record OnInstances(Placement placement) implements Launch {}
}
