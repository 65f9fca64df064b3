package dev.stowage.local.engine;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.engine.FakeWorld.Telling;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An engine without containers: it carries out orders on a {@link SimulatedClock}, as the {@linkplain Workload workload} of
 * each image says, with the {@link Faults} that it was given. For one thread.
 */
public final class FakeEngine implements Engine {

    private static final Duration STOPPING = Duration.ofMillis(200);
    private static final Duration REGISTERING = Duration.ofSeconds(1);
    private static final Duration DRAINING = Duration.ofSeconds(5);

    /** The exit code of a process that did not heed its stop signal: SIGKILL. */
    private static final int KILLED = 137;

    private final SimulatedClock clock;
    private final Faults faults;
    private final FakeWorld world;
    private final Map<String, Workload> workloads = new HashMap<>();
    private final Map<ContainerId, Workload> started = new HashMap<>();

    private FakeEngine(SimulatedClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
        this.world = new FakeWorld(clock, faults);
    }

    /** An engine on that clock with nothing in it, on which those faults strike. */
    public static FakeEngine on(SimulatedClock clock, Faults faults) {
        return new FakeEngine(clock, faults);
    }

    /** Has all containers of an image behave like that from their next start on. */
    public void behaves(String image, Workload workload) {
        workloads.put(image, workload);
    }

    /** Has a container, if it runs, end now as if it had died. */
    public void kill(ContainerId container, int exitCode) {
        world.find(container)
                .filter(FakeEngine::isRunning)
                .ifPresent(it ->
                        world.happen(ContainerSeen.exited(container, it.run(), exitCode, clock.now()), Telling.NEWS));
    }

    /** Has a container be gone without a trace, as if somebody had removed it by hand. */
    public void vanish(ContainerId container) {
        world.vanish(container);
    }

    /** Has the check of a container, if it runs, and the target groups of its task say this from now on. */
    public void says(ContainerId container, Health health) {
        var verdict = health == Health.HEALTHY ? TargetHealth.HEALTHY : TargetHealth.UNHEALTHY;
        world.find(container)
                .filter(FakeEngine::isRunning)
                .ifPresent(
                        it -> world.happen(ContainerSeen.running(container, it.run(), health, it.at()), Telling.NEWS));
        world.happen(new TargetSeen(container.task(), verdict), Telling.NEWS);
    }

    /** The containers that run now, in the order of their first starts. */
    public List<ContainerId> running() {
        return world.containers().stream()
                .filter(FakeEngine::isRunning)
                .map(ContainerSeen::container)
                .toList();
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Start start) {
            start(start);
        } else if (order instanceof Order.Stop stop) {
            stop(stop);
        } else if (order instanceof Order.Register) {
            register(order.task());
        } else if (order instanceof Order.Deregister) {
            world.plan(faults.delay(DRAINING), new TargetSeen(order.task(), TargetHealth.UNUSED), Telling.ANSWER);
        } else {
            world.forget(order.task());
            started.keySet().removeIf(one -> one.task().equals(order.task()));
        }
    }

    @Override
    public List<Seen> changes() {
        return world.changes();
    }

    @Override
    public List<Seen> everything() {
        return world.everything();
    }

    private void start(Order.Start order) {
        var id = order.container();
        var load = workloads.getOrDefault(order.definition().image(), Workload.SOUND);
        var ready = faults.delay(load.start());
        var refusal = faults.refusal(order).or(load::refusal);
        world.happen(ContainerSeen.at(id, order.run(), ContainerStatus.NONE, clock.now()), Telling.ANSWER);
        world.happen(ContainerSeen.at(id, order.run(), ContainerStatus.MANIFEST_PULLED, clock.now()), Telling.ANSWER);
        started.put(id, load);
        if (refusal.isPresent()) {
            var failure = ContainerSeen.failed(
                    id, order.run(), refusal.get(), clock.now().plus(ready));
            world.plan(ready, failure, Telling.ANSWER);
        } else {
            run(order, load, ready);
        }
    }

    /** Plans a whole life: what comes after an end that is sooner never happens. */
    private void run(Order.Start order, Workload load, Duration ready) {
        var id = order.container();
        var since = clock.now().plus(ready);
        var running = ContainerSeen.at(id, order.run(), ContainerStatus.RUNNING, since);
        world.plan(ready, running, Telling.ANSWER);
        if (order.definition().steady() != ContainerStatus.RUNNING) {
            world.plan(ready, running.settledAs(order.definition().steady()), Telling.ANSWER);
        }
        if (order.definition().healthChecked()) {
            var verdict = load.healthy() ? Health.HEALTHY : Health.UNHEALTHY;
            var seen = ContainerSeen.running(id, order.run(), verdict, since);
            world.plan(ready.plus(load.firstHealth()), seen, Telling.NEWS);
        }
        if (load.lifetime().isPresent()) {
            var end = ready.plus(load.lifetime().get());
            var seen = ContainerSeen.exited(
                    id, order.run(), load.exitCode(), clock.now().plus(end));
            world.plan(end, seen, Telling.NEWS);
        }
    }

    private void stop(Order.Stop order) {
        var refusal = faults.refusal(order);
        var known = world.find(order.container());
        if (known.isEmpty()) {
            world.tell(ContainerSeen.failed(order.container(), 1, ContainerError.vanished(), clock.now()));
        } else if (refusal.isPresent()) {
            world.tell(known.get().with(refusal.get()));
        } else if (isRunning(known.get())) {
            end(known.get(), order.timeout());
        } else {
            var never = ContainerError.neverPulled();
            var seen = ContainerSeen.failed(order.container(), known.get().run(), never, clock.now());
            world.happen(seen, Telling.ANSWER);
        }
    }

    private void end(ContainerSeen known, Duration timeout) {
        var usual = faults.delay(STOPPING);
        var heeds =
                started.getOrDefault(known.container(), Workload.SOUND).heedsSignals() && usual.compareTo(timeout) < 0;
        var after = heeds ? usual : timeout;
        var code = heeds ? Container.TERMINATED : KILLED;
        var end = clock.now().plus(after);
        world.plan(after, ContainerSeen.exited(known.container(), known.run(), code, end), Telling.ANSWER);
    }

    private void register(TaskId task) {
        var ready = faults.delay(REGISTERING);
        var healthy = true;
        var first = Duration.ZERO;
        for (var one : started.entrySet()) {
            if (one.getKey().task().equals(task)) {
                healthy &= one.getValue().healthy();
                first = longer(first, one.getValue().firstHealth());
            }
        }
        var verdict = healthy ? TargetHealth.HEALTHY : TargetHealth.UNHEALTHY;
        world.plan(ready, new TargetSeen(task, TargetHealth.INITIAL), Telling.ANSWER);
        world.plan(ready.plus(first), new TargetSeen(task, verdict), Telling.NEWS);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean isRunning(ContainerSeen seen) {
        return seen.status().isRunning();
    }
}
