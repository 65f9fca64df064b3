package dev.stowage.local.cli;

import dev.stowage.local.run.Answer;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.local.stack.Jobs;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import dev.stowage.synth.cli.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** A task that is run once: it starts, its output is sent, and its exit code is the answer. */
final class Errand {

    private static final Duration TICK = Duration.ofSeconds(2);

    private Errand() {}

    /** Runs the job, or the task definition, that the first word names, with the other words as its command. */
    static ExitCode of(LocalRun run, List<String> words, Answer answer) {
        var job = Jobs.named(run.stack(), words.get(0), words.subList(1, words.size()))
                .orElseThrow(() ->
                        Targets.unknown("job, task definition or service", words.get(0), Jobs.names(run.stack())));
        var outcome = run.run(job);
        for (var failure : outcome.failures()) {
            answer.err("stowage: A task of `" + words.get(0) + "` found no place: " + failure);
        }
        if (outcome.tasks().isEmpty()) {
            return ExitCode.MISSING;
        }
        return ended(run, outcome.tasks(), answer);
    }

    private static ExitCode ended(LocalRun run, List<TaskId> tasks, Answer answer) {
        var tail = new LogTail(run, List.of(), answer);
        var followed = new HashSet<ContainerId>();
        var last = run.now();
        while (true) {
            begun(last, tasks).stream()
                    .filter(one -> run.machine().idOf(one).isPresent() && followed.add(one))
                    .forEach(tail::start);
            if (tasks.stream().allMatch(isStoppedIn(last))) {
                tail.finish();
                return code(last, tasks, answer);
            }
            var seen = last;
            last = run.await(now -> now.at().isAfter(seen.at()), TICK);
            answer.tick();
        }
    }

    private static Predicate<TaskId> isStoppedIn(Snapshot now) {
        return task -> now.tasks(task.value()).stream().allMatch(Task::isStopped);
    }

    private static List<ContainerId> begun(Snapshot now, List<TaskId> tasks) {
        var found = new ArrayList<ContainerId>();
        for (var id : tasks) {
            for (var task : now.tasks(id.value())) {
                for (var container : task.containers()) {
                    if (isApp(container)) {
                        found.add(new ContainerId(id, container.definition().name()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isApp(Container container) {
        return !container.definition().name().equals(TaskDefinition.PAUSE)
                && container.status().reached(ContainerStatus.RUNNING);
    }

    /** The gravest exit code of the essential containers. */
    private static ExitCode code(Snapshot now, List<TaskId> tasks, Answer answer) {
        var code = ExitCode.FINE;
        for (var id : tasks) {
            for (var task : now.tasks(id.value())) {
                code = code.or(code(task));
                if (!code.equals(ExitCode.FINE)) {
                    answer.err("stowage: " + Story.shortened(id) + " STOPPED: " + Story.ending(task));
                }
            }
        }
        return code;
    }

    private static ExitCode code(Task task) {
        var code = ExitCode.FINE;
        for (var container : task.containers()) {
            if (container.definition().essential() && isApp(container)) {
                code = code.or(
                        container.exitCode().isPresent()
                                ? ExitCode.of(container.exitCode().getAsInt())
                                : ExitCode.MISSING);
            }
        }
        return code;
    }
}
