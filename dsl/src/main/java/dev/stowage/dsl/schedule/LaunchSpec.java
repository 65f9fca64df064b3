package dev.stowage.dsl.schedule;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.FargateCapacity;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How a task is started again and again, whatever starts it. */
@ValueStyle
@Value.Immutable
public sealed interface LaunchSpec permits ImmutableLaunchSpec {

    /** Its name, tags and lines. */
    Particulars particulars();

    /** Where it runs. */
    Cluster cluster();

    /** What starts. */
    FargateTask task();

    /** The capacity it runs on; empty for the cluster's own. */
    List<FargateCapacity> strategy();

    /** How many copies start. */
    @Value.Default
    default int copies() {
        return 1;
    }

    /** The subnets it runs in. */
    Optional<SubnetKind> subnets();

    /** Whether its tasks have public addresses. */
    @Value.Default
    default boolean hasPublicAddress() {
        return false;
    }

    /** Where it is let into security groups. */
    List<Entrance> entrances();

    /** The security groups that it takes part in beside its own. */
    List<SecurityGroup> groups();

    /** How often a failed start is tried again. */
    OptionalInt retries();

    /** After how long a failed start is given up. */
    Optional<Duration> givenUpAfter();

    /** Whether it starts at all. */
    Optional<Text> state();

    /** Where starts go that failed for good; left out, to a queue of its own. */
    Optional<MessageQueue> deadLetters();

    /** Whether starts that failed for good are kept anywhere. */
    @Value.Default
    default boolean hasDeadLetters() {
        return true;
    }

    /** Who is told of starts that failed for good. */
    Optional<Topic> told();

    /** What the code of its tasks may do. */
    List<Permission> permissions();
}
