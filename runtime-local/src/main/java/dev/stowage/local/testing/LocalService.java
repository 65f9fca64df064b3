package dev.stowage.local.testing;

import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service of a stack that runs around a test. */
public final class LocalService {

    private final LocalRun run;
    private final ServiceId id;
    private final Duration patience;

    LocalService(LocalRun run, ServiceId id, Duration patience) {
        this.run = run;
        this.id = id;
        this.patience = patience;
    }

    /**
     * A task that runs.
     *
     * @param id its name
     * @param revision the revision of its task definition, from 1
     * @param address its address on the network of its service
     */
    public record RunningTask(String id, int revision, String address) {}

    /** Its tasks that run, oldest first. */
    public List<RunningTask> tasks() {
        var found = new ArrayList<RunningTask>();
        for (var task : live()) {
            var address = run.machine().addressOf(task.id()).orElse("");
            found.add(new RunningTask(task.id().value(), task.definition().revision(), address));
        }
        return found;
    }

    /** Has the first container of its oldest task die, as if the kernel had killed it. */
    public void killOne() {
        var task = oldest();
        for (var container : task.containers()) {
            var own = container.definition().name();
            if (container.definition().essential() && !own.equals(TaskDefinition.PAUSE)) {
                run.machine().kill(new ContainerId(task.id(), own));
                awaitEnd(task);
                return;
            }
        }
    }

    /** Stops its oldest task, as somebody does with the ECS API; the service replaces it. */
    public void stopOne() {
        var task = oldest();
        run.stop(task.id(), "");
        awaitEnd(task);
    }

    /** Takes the Spot capacity of its oldest task back; the service replaces it. */
    public void interruptOne() {
        var task = oldest();
        run.interrupt(task.id());
        awaitEnd(task);
    }

    /** Has it want so many tasks, and waits until they run. */
    public void scale(int count) {
        if (!run.scale(id, count)) {
            throw new IllegalStateException("`" + id.name() + "` cannot be scaled: it is a daemon.");
        }
        awaitStable();
    }

    /** Waits until it is as it is wanted. */
    public void awaitStable() {
        var now = run.await(one -> isStable(one), patience);
        if (!isStable(now)) {
            throw new AssertionError("`" + id.name() + "` did not become stable within " + patience.toSeconds() + " s: "
                    + String.join("\n", events()));
        }
    }

    /** What it says happened to it, in the words of ECS, newest first. */
    public List<String> events() {
        return service().log().events().stream().map(ServiceEvent::message).toList();
    }

    /** What the containers of all its tasks printed so far, line by line, also of those that ended a while ago. */
    public List<String> logs() {
        var lines = new ArrayList<String>();
        for (var task : run.now().tasksOf(service())) {
            for (var container : task.containers()) {
                var own = container.definition().name();
                if (!own.equals(TaskDefinition.PAUSE) && container.status().reached(ContainerStatus.RUNNING)) {
                    run.machine().logs(new ContainerId(task.id(), own), false, lines::add);
                }
            }
        }
        return lines;
    }

    private Service service() {
        return run.now().service(id).orElseThrow();
    }

    private boolean isStable(Snapshot now) {
        return now.service(id).filter(Snapshot::isDone).isPresent();
    }

    private List<Task> live() {
        return run.now().tasksOf(service()).stream()
                .filter(task -> task.isWanted() && task.status() == TaskStatus.RUNNING)
                .toList();
    }

    private Task oldest() {
        return live().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + id.name() + "` has no task that runs."));
    }

    private void awaitEnd(Task task) {
        var unused = run.await(now -> now.tasks(task.id().value()).stream().noneMatch(Task::isWanted), patience);
    }
}
