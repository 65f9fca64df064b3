package dev.stowage.dsl.service;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Task;
import dev.stowage.dsl.traffic.Route;
import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.schema.expression.Condition;
import dev.stowage.schema.expression.Expression;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The words of services that run a number of copies.
 *
 * @param <S> the service itself
 */
public sealed interface Replica<S extends Replica<S>> extends Service, Named<S> permits FargateService {

    /** The same service, being something else. */
    S being(ServiceSpec spec);

    /** Runs so many copies. */
    default S count(int copies) {
        return count(Whole.whole(copies));
    }

    /** Runs so many copies. */
    default S count(Whole copies) {
        return being(said("count").withCount(new Count.Fixed(copies)));
    }

    /** Runs as many copies as the load asks for. */
    default S count(Scaling scaling) {
        return being(said("count").withCount(new Count.Scaled(scaling)));
    }

    /** Replaces its tasks in this way. */
    default S deploy(Deployment deployment) {
        return being(said("deploy").withDeployment(deployment));
    }

    /** Answers what comes by this route, beside those that it has already. */
    default S behind(Route route) {
        return being(said("behind").withRoutes(plus(spec().routes(), route)));
    }

    /** Registers its tasks in a target group that exists, with the first port at which one of them listens. */
    default S registersIn(TargetGroup group) {
        return being(said("registersIn")
                .withRegistrations(plus(spec().registrations(), new Registration(group, Optional.empty()))));
    }

    /** Registers its tasks in a target group that exists, with this port. */
    default S registersIn(TargetGroup group, Port port) {
        return being(said("registersIn")
                .withRegistrations(plus(spec().registrations(), new Registration(group, Optional.of(port)))));
    }

    /** Overlooks failing probes for this long after a task starts; left out, not at all. */
    default S graceful(Duration startup) {
        return being(said("graceful").withGrace(startup));
    }

    /** Moves tasks when zones have grown uneven: a new one starts before an old one stops. Left out, ECS decides. */
    default S rebalanced() {
        return being(said("rebalanced").withIsRebalanced(true));
    }

    /** Leaves tasks where they are when zones have grown uneven. */
    default S withoutRebalancing() {
        return being(said("withoutRebalancing").withIsRebalanced(false));
    }

    /** Runs in these subnets; left out, in private ones. */
    default S in(SubnetKind subnets) {
        return being(said("in").withSubnets(subnets));
    }

    /** Answers at this endpoint, at whose very port a container of its task listens. */
    default S offers(Endpoint endpoint) {
        return offers(endpoint, endpoint.port());
    }

    /** Answers at this endpoint with another port of its task. */
    default S offers(Endpoint endpoint, Port at) {
        return being(said("offers " + endpoint.name()).withOffers(plus(spec().offers(), new Offer(endpoint, at))));
    }

    /** Calls these endpoints, beside those that it calls already: finds them by name and is let in. */
    default S calls(Endpoint first, Endpoint... others) {
        var calls = plus(spec().calls(), first);
        calls.addAll(List.of(others));
        return being(said("calls").withCalls(calls));
    }

    /**
     * Is let into a security group at these ports by a rule of its own: {@code reaches(database, tcp(5432))}. It starts only
     * when the rules stand.
     */
    default S reaches(SecurityGroup group, Port first, Port... others) {
        var entrances = plus(spec().entrances(), new Entrance(group, first));
        for (var other : others) {
            entrances.add(new Entrance(group, other));
        }
        return being(said("reaches " + group.name()).withEntrances(entrances));
    }

    /** Takes part in these security groups beside its own: whoever they are let in by lets it in, too. */
    default S joins(SecurityGroup first, SecurityGroup... others) {
        var groups = plus(spec().groups(), first);
        groups.addAll(List.of(others));
        return being(said("joins").withGroups(groups));
    }

    /**
     * Notes each request that its proxy of Service Connect carries, in the log group of the proxy, without what stands behind
     * the question mark of its address; left out, none is noted.
     */
    default S accessLogs(AccessLogFormat format) {
        return being(said("accessLogs").withAccessLogs(format));
    }

    /** How much of their CPU its tasks use, in percent, for alarms. */
    default Metric cpuUsed() {
        return used("CPUUtilization");
    }

    /** How much of their memory its tasks use, in percent, for alarms. */
    default Metric memoryUsed() {
        return used("MemoryUtilization");
    }

    private Metric used(String metric) {
        return Metric.of("AWS/ECS", metric)
                .by("ClusterName", Text.attribute(spec().cluster(), "Name"))
                .by("ServiceName", Text.attribute(this, "Name"));
    }

    /** A task that runs once, when somebody asks, with the task, permissions and network of this service. */
    default Job job(String name) {
        return Job.of(name, this);
    }

    @Override
    default S may(Permission first, Permission... others) {
        var permissions = plus(spec().permissions(), first);
        permissions.addAll(List.of(others));
        return being(said("may").withPermissions(permissions));
    }

    /**
     * Lets somebody open a shell in its containers with ECS Exec: its tasks may speak to Systems Manager, and each Linux
     * container has an init process that clears up what the shell leaves behind. Containers must not be read-only.
     */
    @Override
    default S shell() {
        return being(said("shell").withHasShell(true));
    }

    @Override
    default Particulars particulars() {
        return spec().particulars();
    }

    @Override
    default S particulars(Particulars particulars) {
        return being(ImmutableServiceSpec.copyOf(spec()).withParticulars(particulars));
    }

    /** Its name among the services of its cluster: two clusters of one app may each have a {@code web}. */
    @Override
    default String key() {
        return "service " + spec().cluster().name() + "/" + name();
    }

    @Override
    default <T extends Thing> Thing refined(Class<T> type, UnaryOperator<T> habit) {
        var task = (Task) spec().task().refined(type, habit);
        var refined = task == spec().task()
                ? this
                : being(ImmutableServiceSpec.copyOf(spec()).withTask(task));
        return type.isInstance(refined) ? habit.apply(type.cast(refined)) : refined;
    }

    @Override
    default S tag(String key, String value) {
        return Named.super.tag(key, value);
    }

    @Override
    default S formerly(String name) {
        return Named.super.formerly(name);
    }

    @Override
    default S onlyIf(Condition condition) {
        return Named.super.onlyIf(condition);
    }

    @Override
    default S allow(String rule, String reason) {
        return Named.super.allow(rule, reason);
    }

    @Override
    default S raw(Kind kind, String path, Expression value) {
        return Named.super.raw(kind, path, value);
    }

    private ImmutableServiceSpec said(String word) {
        return ImmutableServiceSpec.copyOf(spec())
                .withParticulars(spec().particulars().said(word));
    }

    private static <T> List<T> plus(List<T> list, T next) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(next);
        return more;
    }
}
