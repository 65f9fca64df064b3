package dev.stowage.local.run;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.service.Service;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.StopCode;
import dev.stowage.local.task.Task;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks for services whose tasks run and then end by themselves, again and again, and tells each deployment of that once. */
final class CrashLoops {

    /** So often is no accident; it is also the least that the circuit breaker of ECS bears. */
    private static final int OFTEN = 3;

    private static final int LINES = 3;
    private static final int LONGEST = 200;

    private final Function<ContainerId, List<String>> logs;
    private final Consumer<Diagnostic> reader;
    private final Executor aside;
    private final Set<String> told = new HashSet<>();

    /**
     * A look-out.
     *
     * @param logs what a container printed
     * @param reader told what is found
     * @param aside where logs are waited for
     */
    CrashLoops(Function<ContainerId, List<String>> logs, Consumer<Diagnostic> reader, Executor aside) {
        this.aside = aside;
        this.logs = logs;
        this.reader = reader;
    }

    /** A look-out at what runs on that machine. */
    static CrashLoops on(Machine machine, Consumer<String> progress) {
        Function<ContainerId, List<String>> logs = container -> {
            var lines = new ArrayList<String>();
            machine.logs(container, false, lines::add);
            return lines;
        };
        return new CrashLoops(logs, notice -> progress.accept(DockerMachine.said(notice)), work -> {
            var thread = new Thread(work, "stowage-crash-loop");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Looks at how everything is. */
    void look(Snapshot now) {
        for (var service : now.services()) {
            var deployment = service.rollout().primary();
            var ended = ended(now, service);
            if (ended.size() >= OFTEN && told.add(deployment.id())) {
                aside.execute(
                        () -> reader.accept(finding(now.nameOf(service.spec().id()), service, ended)));
            }
        }
    }

    private static List<Task> ended(Snapshot now, Service service) {
        return now.tasksOf(service).stream()
                .filter(task -> task.assignment()
                        .startedBy()
                        .equals(service.rollout().primary().id()))
                .filter(task -> task.hasRun() && task.isStopped())
                .filter(task -> task.stop()
                        .filter(it -> it.code() == StopCode.ESSENTIAL_CONTAINER_EXITED)
                        .isPresent())
                .toList();
    }

    private Diagnostic finding(String name, Service service, List<Task> ended) {
        var last = ended.get(ended.size() - 1);
        var message = new StringBuilder(
                "the tasks of service `" + name + "` run and then end, " + ended.size() + " of them so far");
        culprit(last).ifPresent(it -> message.append("; ").append(ending(last, it)));
        var breaker = service.spec().settings().breaker().enabled()
                ? " The circuit breaker does not count tasks that ran, so the deployment would go on like that on AWS, too."
                : "";
        return Gap.CRASHLOOP
                .at(Origin.NOWHERE, message.toString())
                .fix("`local logs " + name + "` shows all that they printed." + breaker);
    }

    /** The essential container that ended without being asked to. */
    private static Optional<Container> culprit(Task task) {
        return task.containers().stream()
                .filter(one -> one.definition().essential() && one.exitCode().isPresent())
                .filter(one -> one.asked() == Container.Asked.START)
                .findFirst();
    }

    private String ending(Task task, Container container) {
        var name = container.definition().name();
        var text = "container `" + name + "` of the last one ended with exit code "
                + container.exitCode().getAsInt();
        var lines = logs.apply(new ContainerId(task.id(), name));
        if (lines.isEmpty()) {
            return text + " and printed nothing";
        }
        var excerpt = new ArrayList<String>();
        for (var line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
            excerpt.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
        }
        return text + " and printed last: " + String.join(" | ", excerpt);
    }
}
