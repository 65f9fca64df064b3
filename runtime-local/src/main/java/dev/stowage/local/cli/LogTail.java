package dev.stowage.local.cli;

import dev.stowage.local.run.Answer;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.synth.cli.ExitCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends what containers print, each line behind the name of its container; also of those that start while it goes on. */
final class LogTail {

    private static final Duration TICK = Duration.ofSeconds(2);

    private final LocalRun run;
    private final List<String> targets;
    private final Answer answer;
    private final Set<ContainerId> known = new HashSet<>();
    private final List<Thread> readers = new ArrayList<>();

    LogTail(LocalRun run, List<String> targets, Answer answer) {
        this.run = run;
        this.targets = targets;
        this.answer = answer;
    }

    /** Sends what the containers of these services and tasks, or of all, printed; goes on where that is asked. */
    static ExitCode of(LocalRun run, List<String> targets, boolean follow, Answer answer) {
        var tail = new LogTail(run, targets, answer);
        if (follow) {
            tail.follow();
        } else {
            tail.containers(run.now()).forEach(one -> tail.read(one, false));
            tail.gone();
        }
        return ExitCode.FINE;
    }

    /** Until the run has ended. */
    private void follow() {
        var last = Optional.of(run.now());
        try {
            while (last.isPresent()) {
                containers(last.get()).forEach(this::start);
                var seen = last.get();
                last = Pulse.await(run, now -> now.at().isAfter(seen.at()), TICK);
                answer.tick();
            }
            finish();
        } finally {
            readers.forEach(Thread::interrupt);
        }
    }

    /** Says which of the tasks that are named have nothing to show any more. */
    private void gone() {
        var now = run.now();
        for (var word : targets) {
            var tasks = Targets.tasks(now, word);
            if (!tasks.isEmpty() && known.isEmpty() && tasks.stream().allMatch(Task::isStopped)) {
                answer.err("stowage: `" + word + "` has ended, and its containers with what they printed are removed."
                        + " `local logs --group` shows what was sent to a log group.");
            }
        }
    }

    /** Follows one container on a thread of its own. */
    void start(ContainerId container) {
        var thread = new Thread(() -> read(container, true), "stowage-logs-" + container);
        thread.setDaemon(true);
        readers.add(thread);
        thread.start();
    }

    /** Waits until everything was sent of containers that have ended. */
    void finish() {
        for (var reader : readers) {
            try {
                reader.join(TICK.toMillis());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The containers that have begun and that were not named before. */
    private List<ContainerId> containers(Snapshot now) {
        var found = new ArrayList<ContainerId>();
        var words = targets.isEmpty() ? List.of("") : targets;
        for (var word : words) {
            var tasks = word.isEmpty() ? now.tasks() : Targets.tasks(now, word);
            tasks.forEach(task -> addAll(task, found));
        }
        return found;
    }

    private void addAll(Task task, List<ContainerId> found) {
        for (var container : task.containers()) {
            var name = container.definition().name();
            var id = new ContainerId(task.id(), name);
            var isReadable = container.status().reached(ContainerStatus.RUNNING) && !name.equals(TaskDefinition.PAUSE);
            if (isReadable && run.machine().idOf(id).isPresent() && known.add(id)) {
                found.add(id);
            }
        }
    }

    private void read(ContainerId container, boolean follow) {
        var now = run.now();
        var group = now.tasks(container.task().value()).stream()
                .map(task -> now.nameOf(task.assignment().group()) + "/")
                .findFirst()
                .orElse("");
        var prefix = group + Story.shortened(container.task()) + "/" + container.name() + " | ";
        try {
            run.machine().logs(container, follow, line -> answer.out(prefix + line));
        } catch (UncheckedIOException gone) {
            // Nobody listens any more.
        }
    }
}
