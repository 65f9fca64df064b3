package dev.stowage.local.loop;

import dev.stowage.local.clock.Clock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.place.Fleet;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Observed;
import dev.stowage.local.service.Run;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServicePlan;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.service.Situation;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Runs the clusters of a run: it looks at the engine, has every task and every service planned, gives the orders, and sleeps until
 * something is due. On a simulated clock with a fake engine it is the simulator: an hour takes milliseconds. For one thread.
 */
public final class ControlLoop {

    private final Engine engine;
    private final Clock clock;
    private final TimeScale scale;
    private final Names names;
    private final Witness witness;
    private final Lookout lookout;
    private final CleanUp cleanUp;
    private final Cluster cluster = Cluster.empty();

    private ControlLoop(Engine engine, Clock clock, TimeScale scale, Names names, Witness witness) {
        this.engine = engine;
        this.clock = clock;
        this.scale = scale;
        this.names = names;
        this.witness = witness;
        this.lookout = new Lookout(engine, clock.now());
        this.cleanUp = new CleanUp(engine, cluster);
    }

    /** A loop around that engine, with an empty cluster, of which that witness is told. */
    public static ControlLoop around(Engine engine, Clock clock, TimeScale scale, Names names, Witness witness) {
        return new ControlLoop(engine, clock, scale, names, witness);
    }

    /** What is known of the cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Adds an instance to a cluster, or has it be like that from now on. */
    public void put(String of, Instance instance) {
        cluster.put(of, instance);
    }

    /** Creates a service, or has it be like that from now on. */
    public void put(ServiceSpec spec) {
        cluster.put(cluster.service(spec.id())
                .filter(service -> service.status() == ServiceStatus.ACTIVE)
                .map(service -> service.updated(spec, names, clock.now()))
                .orElseGet(() -> Service.created(spec, names, clock.now())));
    }

    /** Takes over a service as an earlier process left it. */
    public void adopt(Service service) {
        cluster.put(service);
    }

    /**
     * Takes over a service of which nothing but tasks is known: those of that deployment are not started anew.
     *
     * @param deployment what those of its tasks were started by that are as they are wanted now
     */
    public void adopt(ServiceSpec spec, String deployment) {
        cluster.put(Service.begun(spec, deployment, clock.now()));
    }

    /** Takes over a task that is there already: how it is, the next look at everything tells. */
    public void adopt(Task task) {
        var isStrange = task.containers().stream().allMatch(one -> one.run() == 0);
        cluster.put(isStrange ? sited(task) : task);
        lookout.lookAtEverything();
    }

    /** A task of which nothing is known, in the zone where its service would have put it, so that nobody has to move it. */
    private Task sited(Task task) {
        var known = task.assignment();
        return cluster.services().stream()
                .filter(one -> one.spec().id().has(task) && one.spec().launch() instanceof Launch.OnFargate)
                .map(one -> (Launch.OnFargate) one.spec().launch())
                .map(launch -> Site.onFargate(launch.emptiest(cluster.tasksOf(known.group()))))
                .map(site -> new Assignment(known.group(), known.startedBy(), site, known.routed()))
                .map(there -> Task.accepted(task.id(), task.definition(), there, clock.now()))
                .findFirst()
                .orElse(task);
    }

    /** Deploys a service again although nothing changed. */
    public void redeploy(ServiceId service) {
        cluster.service(service).ifPresent(it -> cluster.put(it.deployed(it.spec(), names, clock.now())));
    }

    /** Deletes a service; its tasks end. */
    public void delete(ServiceId service) {
        cluster.service(service).ifPresent(it -> cluster.put(it.deleted()));
    }

    /** Runs tasks without a service. */
    public Run.Outcome run(Run run) {
        var outcome = run.start(situation(run.cluster(), run.launch()));
        outcome.started().forEach(cluster::put);
        return outcome;
    }

    /** Stops a task for that reason; its service replaces it. */
    public void stop(TaskId task, Stop reason) {
        cluster.task(task).ifPresent(it -> cluster.put(it.stopping(reason, clock.now())));
    }

    /** Has an alarm be in {@code ALARM}, or not any more. */
    public void alarm(String name, boolean rings) {
        var unused = rings ? cluster.alarms().add(name) : cluster.alarms().remove(name);
    }

    /** Protects a task from the choices of its service until then. */
    public void protect(TaskId task, Instant until) {
        cluster.task(task).ifPresent(it -> cluster.put(it.protectedUntil(until)));
    }

    /** Goes on for so long. */
    public void runFor(Duration time) {
        var end = clock.now().plus(time);
        while (clock.now().isBefore(end)) {
            sleep(round(), end);
        }
    }

    /** Goes on until that is so, or until that moment; whether it came to be so. */
    public boolean runUntil(BooleanSupplier goal, Instant end) {
        while (!goal.getAsBoolean() && clock.now().isBefore(end)) {
            var due = round();
            if (!goal.getAsBoolean()) {
                sleep(due, end);
            }
        }
        return goal.getAsBoolean();
    }

    private void sleep(Instant due, Instant end) {
        clock.sleepUntil(due.isBefore(end) ? due : end);
    }

    /** Looks, plans and gives orders once; when the next round is due if nothing happens before. */
    public Instant round() {
        lookout.look(clock.now(), cluster.tasks()).forEach(this::saw);
        var due = new Due(lookout.next());
        planTasks(due);
        var moved = false;
        for (var service : cluster.daemonsFirst()) {
            moved |= plan(service, due);
        }
        if (moved) {
            planTasks(due);
        }
        cleanUp.run(clock.now());
        return due.soonest();
    }

    private void saw(Seen seen) {
        cluster.task(seen.task()).ifPresent(task -> cluster.put(task.saw(seen, clock.now())));
    }

    private void planTasks(Due due) {
        for (var task : cluster.tasks()) {
            if (!task.isStopped()) {
                var planned = TaskPlan.plan(task, clock.now());
                cluster.put(planned.task());
                planned.orders().forEach(engine::begin);
                planned.again().ifPresent(due::add);
            }
        }
    }

    /** Whether tasks were started or told to stop. */
    private boolean plan(Service service, Due due) {
        var tasks = cluster.tasksOf(service.spec().group());
        var noted = Observed.note(service, cluster.changes(tasks), scale, clock.now());
        var step = ServicePlan.plan(
                noted,
                tasks,
                situation(service.spec().id().cluster(), service.spec().launch()));
        cluster.put(step.service());
        step.started().forEach(cluster::put);
        step.stopped().forEach(one -> stop(one.task().id(), one.reason()));
        step.again().ifPresent(due::add);
        witness.saw(step, tasks);
        return !step.started().isEmpty() || !step.stopped().isEmpty();
    }

    /** What a plan rests on; the instances only where it is about them. */
    private Situation situation(String of, Launch launch) {
        var fleet = launch instanceof Launch.OnInstances ? cluster.fleet(of) : Fleet.NONE;
        return new Situation(fleet, scale, names, Set.copyOf(cluster.alarms()), clock.now());
    }
}
