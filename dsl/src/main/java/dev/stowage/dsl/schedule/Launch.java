package dev.stowage.dsl.schedule;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.FargateCapacity;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The words of what starts tasks again and again. A start that fails is tried again; what then still fails goes to a
 * dead-letter queue, so that nothing fails in silence. Such a task can have no disk of its own: EventBridge starts none with
 * one.
 *
 * @param <S> the thing itself
 */
public sealed interface Launch<S extends Launch<S>> extends Named<S>, Runner permits EventRule, ScheduledTask {

    /** The same thing, starting its task in another way. */
    S being(LaunchSpec spec);

    /** Runs on this capacity instead of the cluster's own. */
    default S on(FargateCapacity first, FargateCapacity... others) {
        return being(said("on").withStrategy(plus(List.of(), first, others)));
    }

    /** Starts so many copies each time, 1 to 10; left out, one. */
    default S count(int copies) {
        return being(said("count").withCopies(copies));
    }

    /** Runs in these subnets; left out, in private ones, or public ones with a public address. */
    default S in(SubnetKind subnets) {
        return being(said("in").withSubnets(subnets));
    }

    /** Gives its tasks public addresses, in public subnets. */
    default S publicAddress() {
        return being(said("publicAddress").withHasPublicAddress(true));
    }

    /** Is let into a security group at these ports by a rule of its own: {@code reaches(database, tcp(5432))}. */
    default S reaches(SecurityGroup group, Port first, Port... others) {
        var all = new ArrayList<>(spec().entrances());
        all.add(new Entrance(group, first));
        for (var other : others) {
            all.add(new Entrance(group, other));
        }
        return being(said("reaches " + group.name()).withEntrances(all));
    }

    /** Takes part in these security groups beside its own: whoever they are let in by lets it in, too. */
    default S joins(SecurityGroup first, SecurityGroup... others) {
        return being(said("joins").withGroups(plus(spec().groups(), first, others)));
    }

    /** Tries a failed start again up to so many times, 0 to 185; left out, 185. */
    default S retry(int times) {
        return being(said("retry").withRetries(times));
    }

    /** Gives a failed start up after this long, 1 min to 24 h; left out, 24 h. */
    default S giveUpAfter(Duration age) {
        return being(said("giveUpAfter").withGivenUpAfter(age));
    }

    /** Starts only while this is {@code ENABLED}, and not while it is {@code DISABLED}. */
    default S state(Text state) {
        return being(said("state").withState(state));
    }

    /** Does not start until this word is gone. */
    default S paused() {
        return being(said("paused").withState(Text.text("DISABLED")));
    }

    /** Sends starts that failed for good to this queue; left out, to one of its own. */
    default S deadLetters(MessageQueue queue) {
        return being(said("deadLetters").withDeadLetters(queue));
    }

    /** Forgets starts that failed for good. */
    default S withoutDeadLetters() {
        return being(said("withoutDeadLetters").withHasDeadLetters(false));
    }

    /** Tells this topic as soon as a start has failed for good, by an alarm of the dead-letter queue. */
    default S tells(Topic topic) {
        return being(said("tells").withTold(topic));
    }

    /** Lets the code of its tasks do this. */
    default S may(Permission first, Permission... others) {
        return being(said("may").withPermissions(plus(permissions(), first, others)));
    }

    private ImmutableLaunchSpec said(String word) {
        return ImmutableLaunchSpec.copyOf(spec()).withParticulars(particulars().said(word));
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

    /** How it starts its task. */
    LaunchSpec spec();

    @Override
    default Particulars particulars() {
        return spec().particulars();
    }

    @Override
    default S particulars(Particulars particulars) {
        return being(ImmutableLaunchSpec.copyOf(spec()).withParticulars(particulars));
    }

    @Override
    default <T extends Thing> Thing refined(Class<T> type, UnaryOperator<T> habit) {
        var task = (FargateTask) task().refined(type, habit);
        var refined =
                task == task() ? this : being(ImmutableLaunchSpec.copyOf(spec()).withTask(task));
        return type.isInstance(refined) ? habit.apply(type.cast(refined)) : refined;
    }

    @Override
    default FargateTask task() {
        return spec().task();
    }

    @Override
    default List<Permission> permissions() {
        return spec().permissions();
    }
}
