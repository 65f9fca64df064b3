package dev.stowage.dsl.service;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Capacity;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.task.Task;
import dev.stowage.dsl.traffic.Route;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a service is, wherever its tasks run. */
@ValueStyle
@Value.Immutable
public sealed interface ServiceSpec permits ImmutableServiceSpec {

    /** Its name, tags and lines. */
    Particulars particulars();

    /** Where it runs. */
    Cluster cluster();

    /** What it runs copies of. */
    Task task();

    /** How many copies; left out, one. */
    Optional<Count> count();

    /** How new tasks replace old ones; left out, a few at a time. */
    Optional<Deployment> deployment();

    /** How traffic reaches it. */
    List<Route> routes();

    /** The target groups of others in which it registers its tasks. */
    List<Registration> registrations();

    /** All routes: those that traffic takes, and then the one that shows new tasks beforehand. */
    default List<Route> allRoutes() {
        if (deployment().isEmpty() || deployment().get().shownAt().isEmpty()) {
            return routes();
        }
        var all = new ArrayList<>(routes());
        all.add(deployment().get().shownAt().get());
        return all;
    }

    /** The capacity it runs on; empty for the cluster's own. */
    List<Capacity> strategy();

    /** For how long after a task starts failing probes are overlooked. */
    Optional<Duration> grace();

    /** The subnets it runs in; left out, private ones, or public ones with a public address. */
    Optional<SubnetKind> subnets();

    /** The platform version of Fargate that it runs on; left out, the latest. */
    Optional<String> platform();

    /** Whether tasks are moved when zones have grown uneven; left out, as ECS decides. */
    Optional<Boolean> isRebalanced();

    /** Whether its tasks have public addresses. */
    @Value.Default
    default boolean hasPublicAddress() {
        return false;
    }

    /** The endpoints at which it answers. */
    List<Offer> offers();

    /** The endpoints that it calls. */
    List<Endpoint> calls();

    /** Where it is let into security groups. */
    List<Entrance> entrances();

    /** The security groups that it takes part in beside its own. */
    List<SecurityGroup> groups();

    /** How its proxy notes the requests that it carries; left out, it notes none. */
    Optional<AccessLogFormat> accessLogs();

    /** Whether it has to do with endpoints at all. */
    default boolean hasPeers() {
        return !offers().isEmpty() || !calls().isEmpty();
    }

    /** What the code of its tasks may do. */
    List<Permission> permissions();

    /** Whether somebody may open a shell in its containers. */
    @Value.Default
    default boolean hasShell() {
        return false;
    }
}
