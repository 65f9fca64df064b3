package dev.stowage.local.testing;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Opening;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.stack.Jobs;
import dev.stowage.local.task.Task;
import dev.stowage.local.traffic.LocalAuthority;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.schema.graph.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A run of a test. It has a folder like every other, so that {@code local ps} shows it, and so that what a killed test leaves
 * is found: the next run of a test removes it. Where the JVM is told to end, the run ends at once.
 *
 * @param run the run
 * @param hold the sole right to it
 * @param notes what was said of it beside what happened
 * @param emergency ends it with the JVM
 */
record Started(LocalRun run, RunFolder.Hold hold, Notebook notes, Thread emergency) {

    private static final String PREFIX = "test-";

    static Started begin(Model model, SettingsReader.Gathered settings, TimeScale scale) {
        var home = RunFolder.home(name -> Optional.ofNullable(System.getenv(name)));
        var number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        var id = RunId.after(PREFIX + number + "-" + Opening.name(model));
        var hold = RunFolder.of(home, id).hold().orElseThrow();
        var notes = new Notebook();
        try {
            var machine = DockerMachine.open(
                    hold.folder(),
                    TrafficSettings.STANDARD.scaled(scale).keptIn(authority(hold)),
                    Credentials.NONE,
                    notes::say);
            removeDead(home);
            return begun(model, settings, scale, hold, machine, notes);
        } catch (RuntimeException | Error refused) {
            end(hold);
            throw refused;
        }
    }

    /** The authority of a test ends with it. */
    private static Path authority(RunFolder.Hold hold) {
        return hold.folder().file("authority");
    }

    /** The certificate by which to trust its listeners in TLS; there once it has one. */
    Path certificate() {
        return LocalAuthority.trust(authority(hold));
    }

    private static Started begun(
            Model model,
            SettingsReader.Gathered settings,
            TimeScale scale,
            RunFolder.Hold hold,
            DockerMachine machine,
            Notebook notes) {
        try {
            var wanted = WorkedOut.of(model, settings, machine, notes);
            var run = LocalRun.begin(wanted, machine, scale, notes::say, now -> {});
            var emergency = new Thread(
                    () -> {
                        try {
                            run.kill();
                        } finally {
                            finish(run, hold);
                        }
                    },
                    "stowage-emergency");
            Runtime.getRuntime().addShutdownHook(emergency);
            return new Started(run, hold, notes, emergency);
        } catch (RuntimeException | Error refused) {
            machine.close();
            throw refused;
        }
    }

    private static void removeDead(Path home) {
        for (var id : RunFolder.all(home)) {
            if (id.value().startsWith(PREFIX)) {
                removeDead(RunFolder.of(home, id));
            }
        }
    }

    private static void removeDead(RunFolder folder) {
        folder.hold().ifPresent(hold -> {
            DockerMachine.sweep(folder.id());
            end(hold);
        });
    }

    private static void end(RunFolder.Hold hold) {
        hold.delete();
        hold.close();
    }

    /** Goes over to that model, and waits until nothing more comes of it; fails where a service is not what it asks. */
    void deploy(Model next, SettingsReader.Gathered settings, Duration patience) {
        var said = notes.size();
        run.deploy(WorkedOut.of(next, settings, run.machine(), notes), notes::say);
        var asked = run.now();
        var after = run.await(Snapshot::isSettled, patience);
        var back = after.rolledBack(asked);
        if (!back.isEmpty()) {
            throw failure("The deployment was rolled back.", back, after, said);
        }
        expectDone(Snapshot::services, after, patience, said);
    }

    /** Waits until these services are as they are wanted; fails where they are not in time, or their deployment failed. */
    void awaitStable(Function<Snapshot, List<Service>> services, Duration patience) {
        var now = run.await(one -> services.apply(one).stream().allMatch(one::isSettled), patience);
        expectDone(services, now, patience, 0);
    }

    private void expectDone(Function<Snapshot, List<Service>> services, Snapshot now, Duration patience, int said) {
        var undone = undone(now, services);
        if (!undone.isEmpty()) {
            var what = undone.stream().allMatch(Started::isGivenUp)
                    ? "The deployment was given up by its circuit breaker, and there is nothing to roll back to."
                    : undone.stream().allMatch(now::isSettled)
                            ? "The stack does not come up: tasks cannot be started, or end again and again."
                            : "The stack did not become stable within " + patience.toSeconds() + " s.";
            throw failure(what, undone, now, said);
        }
    }

    /** Runs what that name means once, and waits until it has ended. */
    EndedTask run(String name, List<String> command, Duration patience) {
        var job = Jobs.named(run.stack(), name, command)
                .orElseThrow(() -> new IllegalStateException("`" + name
                        + "` is no job, task definition or service of this stack: " + Jobs.names(run.stack()) + "."));
        var outcome = run.run(job);
        if (outcome.tasks().isEmpty()) {
            throw new AssertionError("A task of `" + name + "` found no place: " + outcome.failures());
        }
        var id = outcome.tasks().get(0).value();
        var now = run.await(one -> one.tasks(id).stream().allMatch(Task::isStopped), patience);
        var task = now.tasks(id).get(0);
        if (!task.isStopped()) {
            run.stop(task.id(), "");
            throw new AssertionError("The task of `" + name + "` did not end within " + patience.toSeconds() + " s:\n"
                    + String.join("\n", Printed.by(task, run.machine())));
        }
        return EndedTask.of(task, run);
    }

    /** Waits until that is so of a service; fails with what it went through where it is not in time. */
    void await(Predicate<Snapshot> goal, String what, Duration patience, ServiceId service) {
        var now = run.await(goal, patience);
        if (!goal.test(now)) {
            var one = now.service(service).stream().toList();
            throw failure(what + " within " + patience.toSeconds() + " s.", one, now, 0);
        }
    }

    private AssertionError failure(String what, List<Service> services, Snapshot now, int said) {
        return new AssertionError(what + "\n" + Account.of(services, now, run.machine(), notes.since(said)));
    }

    private static boolean isGivenUp(Service service) {
        return service.rollout().primary().isFailed();
    }

    private static List<Service> undone(Snapshot now, Function<Snapshot, List<Service>> services) {
        return services.apply(now).stream().filter(one -> !Snapshot.isDone(one)).toList();
    }

    void close() {
        finish(run, hold);
        try {
            Runtime.getRuntime().removeShutdownHook(emergency);
        } catch (IllegalStateException ending) {
            // The JVM ends, and waited for this.
        }
    }

    /** The JVM may be told to end while the run does: whoever comes second waits until it has ended. */
    private static void finish(LocalRun run, RunFolder.Hold hold) {
        synchronized (hold) {
            if (!run.isOver()) {
                try {
                    run.close();
                } finally {
                    end(hold);
                }
            }
        }
    }
}
