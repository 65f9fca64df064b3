package dev.stowage.local.run;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.loop.Witness;
import dev.stowage.local.place.Shortage;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Run;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.stack.JobSetup;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A stack that runs on this machine, from its first container to the removal of the last. Safe for many threads. */
public final class LocalRun implements AutoCloseable {

    private static final String BY_HAND = "stowage";
    private static final Stop DOWN = Stop.byUser("The local run ends.");

    /** How long an end may take: the longest stop timeout of Fargate, and time for whoever waits for whom. */
    private static final Duration LONGEST_END = Duration.ofMinutes(15);

    private final Machine machine;
    private final WallClock clock;
    private final LoopThread thread;
    private final Timetable timetable;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Wanted wanted;

    private LocalRun(Wanted wanted, Machine machine, TimeScale scale, Consumer<Snapshot> watcher) {
        this.machine = machine;
        this.clock = new WallClock();
        this.wanted = wanted;
        var names = Names.seeded(new SecureRandom().nextLong());
        var loop = ControlLoop.around(machine.engine(), clock, scale, names, Witness.NOBODY);
        this.thread = new LoopThread(loop, clock, watched(machine, watcher));
        machine.works(new Boss(loop));
        this.timetable = new Timetable(() -> stack().jobs(), job -> {
            var unused = run(job);
        });
    }

    /**
     * Starts a stack. Where an earlier process of the same run left something, that goes on, and the stack is deployed on top
     * of it: what changed meanwhile takes over as in any other deployment.
     *
     * @param scale how much faster than AWS services wait
     * @param progress is told what is going on before the first task starts, line by line
     * @param watcher is shown how it begins, and what every round of the loop left, on the thread of the loop
     */
    public static LocalRun begin(
            Wanted wanted, Machine machine, TimeScale scale, Consumer<String> progress, Consumer<Snapshot> watcher) {
        var following = machine.legacy().followedBy(wanted);
        machine.take(following, progress);
        var loops = CrashLoops.on(machine, progress);
        var run = new LocalRun(following, machine, scale, watcher.andThen(loops::look));
        var takeover = new Takeover(machine.legacy(), following.stack());
        run.thread.start(loop -> takeover.into(loop, progress));
        run.put(following.stack());
        run.timetable.start();
        return run;
    }

    private static Consumer<Snapshot> watched(Machine machine, Consumer<Snapshot> watcher) {
        return now -> {
            machine.saw(now);
            watcher.accept(now);
        };
    }

    /** What runs: the stack that was deployed last. */
    public LocalStack stack() {
        return wanted.stack();
    }

    /** How everything is. */
    public Snapshot now() {
        return thread.last();
    }

    /** Where it is reached. */
    public List<Machine.Address> addresses() {
        return machine.addresses();
    }

    /** What it runs on. */
    public Machine machine() {
        return machine;
    }

    /** Goes over to another stack: what changed is deployed, also an image alone; what is gone is stopped. */
    public synchronized void deploy(Wanted next, Consumer<String> progress) {
        var following = next.following(wanted);
        machine.take(following, progress);
        wanted = following;
        put(following.stack());
    }

    /** Has the loop want that stack; services that are as they were are deployed if their images were built or pulled anew. */
    private void put(LocalStack stack) {
        var same = thread.ask(loop -> Changeover.to(stack, loop));
        var now = now();
        same.stream()
                .filter(id ->
                        now.service(id).filter(one -> isOutdated(one, now)).isPresent())
                .forEach(id -> thread.tell(loop -> loop.redeploy(id)));
    }

    private boolean isOutdated(Service service, Snapshot now) {
        var primary = service.rollout().primary().id();
        return now.tasksOf(service).stream()
                .filter(task -> task.isLive() && task.assignment().startedBy().equals(primary))
                .anyMatch(machine::isOutdated);
    }

    /** Deploys a service again although nothing changed; false where there is none. */
    public boolean redeploy(ServiceId service) {
        return thread.ask(loop -> {
            loop.redeploy(service);
            return loop.cluster().service(service).isPresent();
        });
    }

    /** Has a service want so many tasks; false where there is none, or it is a daemon. */
    public boolean scale(ServiceId service, int tasks) {
        return thread.ask(loop -> {
            var known = loop.cluster().service(service).filter(LocalRun::isReplica);
            known.map(one -> one.spec().desired(tasks)).ifPresent(loop::put);
            return known.isPresent();
        });
    }

    /** Has an alarm go off, or be over; false where no service has its deployments watched by it. */
    public boolean alarm(String name, boolean rings) {
        if (!alarms().contains(name)) {
            return false;
        }
        thread.tell(loop -> loop.alarm(name, rings));
        return true;
    }

    /** The alarms that watch deployments. */
    public Set<String> alarms() {
        var names = new TreeSet<String>();
        stack().services()
                .forEach(service ->
                        names.addAll(service.spec().settings().alarms().names()));
        return names;
    }

    /** Takes the Spot capacity of a task back; its service replaces it. */
    public void interrupt(TaskId task) {
        thread.tell(loop -> loop.stop(task, Stop.bySpot()));
    }

    /** Stops a task; its service replaces it. */
    public void stop(TaskId task, String reason) {
        thread.tell(loop -> loop.stop(task, Stop.byUser(reason)));
    }

    /**
     * What came of running a job.
     *
     * @param tasks those that were started
     * @param failures why others were not
     */
    public record Started(List<TaskId> tasks, List<Shortage> failures) {}

    /** Runs the tasks of a job once. */
    public Started run(JobSetup job) {
        var setup = job.setup().overridden(job.overrides());
        var run = new Run(job.cluster(), setup.definition(), job.count(), BY_HAND, job.launch());
        return thread.ask(loop -> {
            var outcome = loop.run(run);
            var tasks = outcome.started().stream().map(Task::id).toList();
            tasks.forEach(task -> machine.knows(task, setup));
            return new Started(tasks, outcome.failures());
        });
    }

    /** Waits until that is so, or the time is over; how everything is then. */
    public Snapshot await(Predicate<Snapshot> goal, Duration atMost) {
        return thread.await(goal, atMost);
    }

    /** Whether its end has begun. */
    public boolean isOver() {
        return closed.get();
    }

    /** Ends all containers at once, so that {@link #close} has nothing to wait for. */
    public void kill() {
        machine.kill();
    }

    /** Stops every task as a deployment would, each container after those that depend on it, and removes everything. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        timetable.close();
        try {
            thread.tell(LocalRun::stopEverything);
            var left = thread.await(Snapshot::isOver, LONGEST_END);
            if (!left.isOver()) {
                machine.kill();
            }
        } finally {
            thread.end();
            machine.close();
        }
    }

    private static void stopEverything(ControlLoop loop) {
        for (var service : loop.cluster().services()) {
            loop.delete(service.spec().id());
        }
        for (var task : loop.cluster().tasks()) {
            loop.stop(task.id(), DOWN);
        }
    }

    /** What the machine asks of this run. */
    private final class Boss implements Machine.Client {

        private final ControlLoop loop;

        private Boss(ControlLoop loop) {
            this.loop = loop;
        }

        @Override
        public Optional<Task> task(TaskId id) {
            return loop.cluster().task(id);
        }

        @Override
        public String images(Task task) {
            var startedBy = task.assignment().startedBy();
            return loop.cluster().services().stream()
                    .flatMap(service -> service.rollout().all().stream())
                    .filter(deployment -> deployment.id().equals(startedBy))
                    .findFirst()
                    .map(Deployment::images)
                    .orElse(startedBy);
        }

        @Override
        public void news() {
            clock.wake();
        }

        @Override
        public void protect(TaskId task, Instant until) {
            thread.tell(it -> it.protect(task, until));
        }
    }

    private static boolean isReplica(Service service) {
        var scheduling = service.spec().scheduling();
        return service.status() == ServiceStatus.ACTIVE && scheduling instanceof Scheduling.Replica;
    }
}
