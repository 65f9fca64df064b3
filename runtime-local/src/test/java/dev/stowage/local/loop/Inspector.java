package dev.stowage.local.loop;

import dev.stowage.local.clock.Clock;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.service.ServiceStep;
import dev.stowage.local.service.Stopping;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
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
            inspectProtection(step);
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

    /** At rest, a service has what it wants: so many tasks of its primary deployment, all running, each for a good reason. */
    void inspectRest(Service service, List<Task> tasks) {
        var live = tasks.stream().filter(Task::isLive).toList();
        if (service.status() != ServiceStatus.ACTIVE) {
            expect(live.isEmpty(), () -> "a service that is gone has no tasks: " + live);
            return;
        }
        var primary = service.rollout().primary();
        if (primary.isFailed()) {
            return;
        }
        expect(
                live.stream()
                        .allMatch(task -> task.status() == TaskStatus.RUNNING
                                && task.definition().equals(primary.definition())
                                && task.assignment().startedBy().equals(primary.id())),
                () -> "only the primary deployment runs: " + primary + ", " + live);
        if (service.spec().scheduling() instanceof Scheduling.Replica replica) {
            expect(live.size() == replica.desired(), () -> replica + " is wanted, " + live.size() + " run");
        }
    }

    /** Whether no zone has two of the live tasks more than one of these zones. */
    static boolean isEven(List<Task> tasks, List<String> zones) {
        var counts = new HashMap<String, Integer>();
        zones.forEach(zone -> counts.put(zone, 0));
        for (var task : tasks) {
            if (task.isLive()) {
                counts.merge(task.assignment().site().zone(), 1, Integer::sum);
            }
        }
        var most = Collections.max(counts.values());
        return zones.stream().allMatch(zone -> counts.get(zone) > most - 2);
    }

    private void inspect(Task task) {
        var before = statuses.put(task.id(), task.status());
        expect(
                before == null || before.compareTo(task.status()) <= 0,
                () -> "no task goes back: " + before + ", " + task);
        var reason = task.stop().map(Inspector::isReason).orElse(!task.isStopped());
        expect(reason, () -> "every stop has a reason: " + task);
    }

    /** Whether it is one of the sentences that ECS has for its code. */
    private static boolean isReason(Stop stop) {
        var text = stop.reason();
        return switch (stop.code()) {
            case TASK_FAILED_TO_START -> text.indexOf("Error: ") > 0 && !text.endsWith("Error: ");
            case ESSENTIAL_CONTAINER_EXITED -> text.equals("Essential container in task exited");
            case USER_INITIATED -> !text.isBlank();
            case SERVICE_SCHEDULER_INITIATED ->
                text.startsWith("Scaling activity initiated by (deployment ecs-svc/")
                        || text.equals("Task failed ELB health checks in (target-group tg)")
                        || text.equals("Task failed container health checks");
            case SPOT_INTERRUPTION -> text.equals("Your Spot Task was interrupted.");
        };
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

    /** Of a replica service, no task that runs is scaled in while it is protected. */
    private void inspectProtection(ServiceStep step) {
        for (var stopping : step.stopped()) {
            var task = stopping.task();
            var isScaled = stopping.reason().reason().startsWith("Scaling");
            var isHeld = isScaled && task.status() == TaskStatus.RUNNING && task.isProtected(clock.now());
            expect(
                    !isHeld || step.service().spec().scheduling() instanceof Scheduling.Daemon,
                    () -> "a protected task is not scaled in: " + task);
        }
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
