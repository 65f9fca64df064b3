package dev.stowage.dsl.schedule;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.FargateCapacity;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A task that starts by the clock, through EventBridge Scheduler. A start that fails is tried again, up to 185 times within a
 * day; what then still fails goes to a dead-letter queue, so that nothing fails in silence. Make one with
 * {@link Cluster#schedule}.
 */
@ValueStyle
@Value.Immutable
@SuppressWarnings("immutables:from")
public sealed interface ScheduledTask extends Named<ScheduledTask>, Root, Runner permits ImmutableScheduledTask {

    /** A task that starts on this cluster by this schedule. */
    static ScheduledTask of(String name, Cluster cluster, FargateTask task, Schedule when) {
        return ImmutableScheduledTask.of(Particulars.of("schedule", name, "schedule"), cluster, task, when);
    }

    /** Runs on this capacity instead of the cluster's own. */
    default ScheduledTask on(FargateCapacity first, FargateCapacity... others) {
        return said("on").withStrategy(plus(List.of(), first, others));
    }

    /** Starts so many copies each time, 1 to 10; left out, one. */
    default ScheduledTask count(int copies) {
        return said("count").withCopies(copies);
    }

    /** Runs in these subnets; left out, in private ones, or public ones with a public address. */
    default ScheduledTask in(SubnetKind subnets) {
        return said("in").withSubnets(subnets);
    }

    /** Gives its tasks public addresses, in public subnets. */
    default ScheduledTask publicAddress() {
        return said("publicAddress").withHasPublicAddress(true);
    }

    /** Is let into a security group at these ports by a rule of its own: {@code reaches(database, tcp(5432))}. */
    default ScheduledTask reaches(SecurityGroup group, Port first, Port... others) {
        var all = new ArrayList<>(entrances());
        all.add(new Entrance(group, first));
        for (var other : others) {
            all.add(new Entrance(group, other));
        }
        return said("reaches " + group.name()).withEntrances(all);
    }

    /** Takes part in these security groups beside its own: whoever they are let in by lets it in, too. */
    default ScheduledTask joins(SecurityGroup first, SecurityGroup... others) {
        return said("joins").withGroups(plus(groups(), first, others));
    }

    /** Tries a failed start again up to so many times, 0 to 185; left out, 185. */
    default ScheduledTask retry(int times) {
        return said("retry").withRetries(times);
    }

    /** Gives a failed start up after this long, 1 min to 24 h; left out, 24 h. */
    default ScheduledTask giveUpAfter(Duration age) {
        return said("giveUpAfter").withGivenUpAfter(age);
    }

    /** Starts at any time within this long after the hour, 1 min to 24 h, so that many schedules do not start at once. */
    default ScheduledTask within(Duration window) {
        return said("within").withWindow(window);
    }

    /** Starts only while this is {@code ENABLED}, and not while it is {@code DISABLED}. */
    default ScheduledTask state(Text state) {
        return said("state").withState(state);
    }

    /** Does not start until this word is gone. */
    default ScheduledTask paused() {
        return said("paused").withState(Text.text("DISABLED"));
    }

    /** Sends starts that failed for good to this queue; left out, to one of its own. */
    default ScheduledTask deadLetters(MessageQueue queue) {
        return said("deadLetters").withDeadLetters(queue);
    }

    /** Forgets starts that failed for good. */
    default ScheduledTask withoutDeadLetters() {
        return said("withoutDeadLetters").withHasDeadLetters(false);
    }

    /** Lets the code of its tasks do this. */
    default ScheduledTask may(Permission first, Permission... others) {
        return said("may").withPermissions(plus(permissions(), first, others));
    }

    private ImmutableScheduledTask said(String word) {
        return ImmutableScheduledTask.copyOf(this).withParticulars(particulars().said(word));
    }

    @SafeVarargs
    private static <T> List<T> plus(List<? extends T> before, T first, T... others) {
        var all = new ArrayList<T>(before);
        all.add(first);
        for (var each : others) {
            all.add(each);
        }
        return all;
    }

    @Override
    Particulars particulars();

    @Override
    default ScheduledTask particulars(Particulars particulars) {
        return ImmutableScheduledTask.copyOf(this).withParticulars(particulars);
    }

    /** Where it runs. */
    Cluster cluster();

    @Override
    FargateTask task();

    /** When it starts. */
    Schedule when();

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

    /** Within how long after its time it may start. */
    Optional<Duration> window();

    /** Whether it starts at all. */
    Optional<Text> state();

    /** Where starts go that failed for good; left out, to a queue of its own. */
    Optional<MessageQueue> deadLetters();

    /** Whether starts that failed for good are kept anywhere. */
    @Value.Default
    default boolean hasDeadLetters() {
        return true;
    }

    @Override
    List<Permission> permissions();
}
