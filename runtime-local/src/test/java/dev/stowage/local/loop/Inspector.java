package dev.stowage.local.loop;

import dev.stowage.local.clock.Clock;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.service.ServiceStep;
import dev.stowage.local.service.Stopping;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Holds a service to its promises at every step, by rules of its own. */
final class Inspector implements Witness {

    private static final int PROOF_SECONDS = 40;

    private final Clock clock;
    private final Map<TaskId, TaskStatus> statuses = new HashMap<>();

    Inspector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void saw(ServiceStep step, List<Task> tasks) {
        if (!step.started().isEmpty()) {
            inspectMaximum(step, tasks);
        }
        if (!step.stopped().isEmpty()) {
            inspectMinimum(step, tasks);
        }
        for (var task : tasks) {
            inspect(task);
        }
    }

    static void expect(boolean holds, Supplier<String> promise) {
        if (!holds) {
            throw new AssertionError("it was promised that " + promise.get());
        }
    }

    /** At rest, what runs in the engine is what the tasks of the cluster say that runs. */
    void inspectEnd(Cluster cluster, List<ContainerId> running) {
        var known = new HashSet<ContainerId>();
        for (var task : cluster.tasks()) {
            inspect(task);
            for (var container : task.containers()) {
                if (container.status().isRunning()) {
                    known.add(new ContainerId(task.id(), container.definition().name()));
                }
            }
        }
        expect(
                known.equals(new HashSet<>(running)),
                () -> "no task is forgotten: known " + known + ", running " + running);
    }

    private void inspect(Task task) {
        var before = statuses.put(task.id(), task.status());
        expect(
                before == null || before.compareTo(task.status()) <= 0,
                () -> "no task goes back: " + before + ", " + task);
        var reason = task.stop().map(stop -> !stop.reason().isBlank()).orElse(!task.isStopped());
        expect(reason, () -> "every stop has a reason: " + task);
    }

    private void inspectMaximum(ServiceStep step, List<Task> tasks) {
        var desired = desired(step);
        if (desired < 0) {
            inspectOnePerInstance(step, tasks);
            return;
        }
        var live = tasks.stream().filter(Task::isLive).count()
                - step.stopped().size()
                + step.started().size();
        var upper = desired * step.service().spec().settings().maximumPercent() / 100;
        expect(live <= upper, () -> "at most " + upper + " tasks run: " + live);
    }

    private void inspectMinimum(ServiceStep step, List<Task> tasks) {
        var desired = desired(step);
        if (desired < 0 || step.stopped().stream().map(Stopping::task).noneMatch(this::isHealthy)) {
            return;
        }
        var left = new ArrayList<>(tasks);
        step.stopped().forEach(one -> left.remove(one.task()));
        var healthy = left.stream().filter(this::isHealthy).count();
        var lower = (desired * step.service().spec().settings().minimumHealthyPercent() + 99) / 100;
        expect(healthy >= lower, () -> "at least " + lower + " tasks stay healthy: " + healthy);
    }

    /** The count of a replica service; negative for a daemon. */
    private static int desired(ServiceStep step) {
        if (step.service().status() != ServiceStatus.ACTIVE) {
            return 0;
        }
        return step.service().spec().scheduling() instanceof Scheduling.Replica replica ? replica.desired() : -1;
    }

    private void inspectOnePerInstance(ServiceStep step, List<Task> tasks) {
        var taken = new HashSet<String>();
        tasks.stream().filter(task -> !task.isStopped()).forEach(task -> taken.add(site(task)));
        for (var task : step.started()) {
            expect(taken.add(site(task)), () -> "a daemon runs once on every instance");
        }
    }

    private boolean isHealthy(Task task) {
        if (!task.isLive() || task.status() != TaskStatus.RUNNING) {
            return false;
        }
        var checked = task.definition().isHealthChecked();
        var routed = task.assignment().routed();
        var proven = !clock.now().isBefore(task.times().started().orElseThrow().plusSeconds(PROOF_SECONDS));
        return checked || routed
                ? (!checked || task.health() == Health.HEALTHY) && (!routed || task.target() == TargetHealth.HEALTHY)
                : proven;
    }

    private static String site(Task task) {
        return task.assignment().site().instance().orElseThrow();
    }
}
