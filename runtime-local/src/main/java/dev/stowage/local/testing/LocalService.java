package dev.stowage.local.testing;

import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service of a stack that runs around a test. */
public final class LocalService {

    private final Started started;
    private final ServiceId id;
    private final Duration patience;

    LocalService(Started started, ServiceId id, Duration patience) {
        this.started = started;
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
            var address = run().machine().addressOf(task.id()).orElse("");
            found.add(new RunningTask(task.id().value(), task.definition().revision(), address));
        }
        return found;
    }

    /** Its tasks that ended or are about to, oldest first; they are remembered for an hour. */
    public List<EndedTask> ended() {
        return run().now().tasksOf(service()).stream()
                .filter(task -> !task.isWanted())
                .map(task -> EndedTask.of(task, run()))
                .toList();
    }

    /**
     * What a command printed.
     *
     * @param exitCode with what it ended
     * @param out the lines of its standard output
     * @param err the lines of its standard error
     */
    public record Output(int exitCode, List<String> out, List<String> err) {}

    /** Runs a command in the first essential container of its oldest task, and waits for its end. */
    public Output exec(String... command) {
        var out = new ArrayList<String>();
        var err = new ArrayList<String>();
        var code = run().machine().exec(essential(oldest()), List.of(command), out::add, err::add);
        return new Output(code, List.copyOf(out), List.copyOf(err));
    }

    /** Has the first essential container of its oldest task die, as if the kernel had killed it. */
    public void killOne() {
        var task = oldest();
        run().machine().kill(essential(task));
        awaitEnd(task);
    }

    private static ContainerId essential(Task task) {
        return Printed.apps(task).stream()
                .filter(one -> one.definition().essential())
                .findFirst()
                .map(one -> new ContainerId(task.id(), one.definition().name()))
                .orElseThrow();
    }

    /** Stops its oldest task, as somebody does with the ECS API; the service replaces it. */
    public void stopOne() {
        var task = oldest();
        run().stop(task.id(), "");
        awaitEnd(task);
    }

    /** Takes the Spot capacity of its oldest task back; the service replaces it. */
    public void interruptOne() {
        var task = oldest();
        run().interrupt(task.id());
        awaitEnd(task);
    }

    /** Has it want so many tasks, and waits until they run. */
    public void scale(int count) {
        if (!run().scale(id, count)) {
            throw new IllegalStateException("`" + id.name() + "` cannot be scaled: it is a daemon.");
        }
        awaitStable();
    }

    /** Waits until it is as it is wanted. */
    public void awaitStable() {
        started.awaitStable(now -> now.service(id).stream().toList(), patience);
    }

    /** What it says happened to it, in the words of ECS, newest first. */
    public List<String> events() {
        return service().log().events().stream().map(ServiceEvent::message).toList();
    }

    /** What the containers of all its tasks printed so far, line by line, also of those that ended a while ago. */
    public List<String> logs() {
        var lines = new ArrayList<String>();
        run().now().tasksOf(service()).forEach(task -> lines.addAll(Printed.by(task, run().machine())));
        return lines;
    }

    private LocalRun run() {
        return started.run();
    }

    private Service service() {
        return run().now().service(id).orElseThrow();
    }

    private List<Task> live() {
        return run().now().tasksOf(service()).stream()
                .filter(task -> task.isWanted() && task.status() == TaskStatus.RUNNING)
                .toList();
    }

    private Task oldest() {
        return live().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + id.name() + "` has no task that runs."));
    }

    private void awaitEnd(Task task) {
        started.await(
                now -> now.tasks(task.id().value()).stream().noneMatch(Task::isWanted),
                "Task " + task.id() + " did not end",
                patience,
                id);
    }
}
