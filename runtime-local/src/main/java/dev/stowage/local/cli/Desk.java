package dev.stowage.local.cli;

import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.Answer;
import dev.stowage.local.run.ControlSocket;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.task.Task;
import dev.stowage.synth.cli.ExitCode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Does what the commands of other processes ask of a run that this process leads. */
final class Desk implements ControlSocket.Steering {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LocalRun run;
    private final Notes notes;
    private final Runnable end;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * A desk for that run.
     *
     * @param notes what is said beside what happens
     * @param end is called when somebody asks for the end
     */
    Desk(LocalRun run, Notes notes, Runnable end) {
        this.run = run;
        this.notes = notes;
        this.end = end;
    }

    /** Lets those go who wait for the end of the run. */
    void ended() {
        ended.countDown();
    }

    @Override
    public int steer(List<String> words, Answer answer) {
        try {
            return dispatch(words.get(0), words.subList(1, words.size()), answer)
                    .code();
        } catch (Refusal refusal) {
            answer.err("stowage: " + refusal.getMessage());
            return refusal.code().code();
        } catch (EngineTrouble trouble) {
            answer.err("stowage: " + StackDoor.fault(trouble).getMessage());
            return ExitCode.MISSING.code();
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (RuntimeException fault) {
            answer.err("stowage: The run could not do that: " + fault);
            return ExitCode.MISSING.code();
        }
    }

    private ExitCode dispatch(String verb, List<String> words, Answer answer) {
        return switch (verb) {
            case Verbs.PS -> ps(words, answer);
            case Verbs.SETTLE -> settle(run.now(), answer);
            case Verbs.SCALE -> scale(words, answer);
            case Verbs.STOP -> stop(words, answer);
            case Verbs.SPOT -> spot(words, answer);
            case Verbs.ALARM -> alarm(words, answer);
            case Verbs.DEPLOY -> deploy(words, answer);
            case Verbs.LOGS ->
                LogTail.of(run, words.subList(1, words.size()), words.get(0).equals(Verbs.FOLLOW), answer);
            case Verbs.GROUP -> LogGroup.show(run, words.get(0), words.contains(Verbs.FOLLOW), answer);
            case Verbs.RUN -> Errand.of(run, words, answer);
            case Verbs.CONTAINER -> container(words, answer);
            case Verbs.EXEC -> exec(words, answer);
            case Verbs.DOWN -> down(answer);
            default ->
                throw Refusal.usage(
                        "This run was started by another version of Stowage: it does not know `" + verb + "`.");
        };
    }

    private ExitCode ps(List<String> words, Answer answer) {
        var text = words.contains(Verbs.JSON) ? ProcessTable.json(run) : ProcessTable.text(run);
        text.lines().forEach(answer::out);
        return ExitCode.FINE;
    }

    private ExitCode scale(List<String> words, Answer answer) {
        var before = run.now();
        for (var i = 0; i < words.size(); i += 2) {
            var service = Targets.service(before, words.get(i));
            if (!run.scale(service, Integer.parseInt(words.get(i + 1)))) {
                throw Targets.unknown("service that can be scaled", words.get(i), Targets.services(before));
            }
        }
        return settle(before, answer);
    }

    private ExitCode stop(List<String> words, Answer answer) {
        var target = words.get(0);
        var before = run.now();
        if (!before.named(target).isEmpty()) {
            var service = Targets.service(before, target);
            if (run.scale(service, 0)) {
                return told(before, now -> noneLives(now, service), answer);
            }
        }
        var task = Targets.task(before, target);
        run.stop(task.id(), words.size() > 1 ? words.get(1) : "");
        return told(before, now -> isStopped(now, task), answer);
    }

    private ExitCode spot(List<String> words, Answer answer) {
        var before = run.now();
        var task = Targets.task(before, words.get(0));
        run.interrupt(task.id());
        return told(before, now -> isStopped(now, task), answer);
    }

    private ExitCode alarm(List<String> words, Answer answer) {
        var before = run.now();
        if (!run.alarm(words.get(0), words.get(1).equals(Verbs.RINGS))) {
            throw Targets.unknown("alarm of a service", words.get(0), List.copyOf(run.alarms()));
        }
        return settle(before, answer);
    }

    private ExitCode told(Snapshot before, Predicate<Snapshot> goal, Answer answer) {
        var unused = tell(before, goal, answer);
        return ExitCode.FINE;
    }

    private static boolean noneLives(Snapshot now, ServiceId service) {
        return now.service(service).map(now::tasksOf).orElse(List.of()).stream().allMatch(Task::isStopped);
    }

    private static boolean isStopped(Snapshot now, Task task) {
        return now.tasks(task.id().value()).stream().allMatch(Task::isStopped);
    }

    /** The words: the path of what is wanted next, or empty for what runs; then services to deploy although unchanged. */
    private ExitCode deploy(List<String> words, Answer answer) {
        var before = run.now();
        if (!words.get(0).isEmpty()) {
            run.deploy(StackDoor.reopened(Path.of(words.get(0)), run.machine(), answer::err), answer::out);
        }
        for (var word : words.subList(1, words.size())) {
            var unused = run.redeploy(Targets.service(run.now(), word));
        }
        var wanted = run.now();
        return settle(before, answer).or(rolledBack(wanted, answer));
    }

    /** Says which services went back to what they were before. */
    private ExitCode rolledBack(Snapshot wanted, Answer answer) {
        var back = run.now().rolledBack(wanted);
        for (var service : back) {
            var id = service.spec().id();
            var asked = wanted.service(id).orElseThrow().rollout().primary().definition();
            answer.err("stowage: `" + wanted.nameOf(id) + "` was rolled back: " + asked
                    + " did not come up. `local logs` and `local ps` tell why.");
        }
        return back.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private ExitCode container(List<String> words, Answer answer) {
        var container = Targets.container(run.now(), words.get(0), words.size() > 1 ? words.get(1) : "");
        answer.out(run.machine()
                .idOf(container)
                .orElseThrow(() -> Refusal.missing("`" + container + "` was not started yet.")));
        return ExitCode.FINE;
    }

    private ExitCode exec(List<String> words, Answer answer) {
        var container = Targets.container(run.now(), words.get(0), words.get(1));
        var command = words.subList(2, words.size());
        return ExitCode.of(run.machine().exec(container, command, answer::out, answer::err));
    }

    private ExitCode down(Answer answer) {
        var last = run.now();
        end.run();
        while (ended.getCount() > 0) {
            last = toldOn(last, answer);
        }
        return ExitCode.FINE;
    }

    private Snapshot toldOn(Snapshot last, Answer answer) {
        var now = Pulse.await(run, one -> one.at().isAfter(last.at()) || ended.getCount() == 0, Duration.ofMillis(200));
        if (now.isEmpty()) {
            awaitEnd();
        }
        now.ifPresent(it -> Story.between(last, it, ZoneId.systemDefault()).forEach(answer::out));
        return now.orElse(last);
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what happens until nothing more comes of it. */
    private ExitCode settle(Snapshot before, Answer answer) {
        var now = tell(before, Snapshot::isSettled, answer);
        var code = ExitCode.FINE;
        for (var service : now.services()) {
            var deployment = service.rollout().primary();
            var name = now.nameOf(service.spec().id());
            if (deployment.isFailed()) {
                answer.err("stowage: The deployment of `" + name + "` was given up, and nothing is rolled back: "
                        + deployment.reason() + " `local logs " + name + "` shows what its tasks said.");
                code = ExitCode.FINDINGS;
            } else if (now.isStuck(service)) {
                answer.err("stowage: `" + name
                        + "` does not come up; the run goes on, and tries again and again, as ECS does"
                        + " without a circuit breaker. `local ps` and `local logs " + name + "` tell why.");
                code = ExitCode.FINDINGS;
            }
        }
        return code;
    }

    private Snapshot tell(Snapshot before, Predicate<Snapshot> goal, Answer answer) {
        var last = before;
        var said = notes.count();
        while (true) {
            var seen = last;
            var now = Pulse.await(run, one -> one.at().isAfter(seen.at()), PATIENCE)
                    .orElseThrow(() -> Refusal.missing("The run ended meanwhile."));
            Story.between(last, now, ZoneId.systemDefault()).forEach(answer::out);
            for (var line : notes.since(said)) {
                answer.err(line);
                said++;
            }
            answer.tick();
            if (goal.test(now)) {
                return now;
            }
            last = now;
        }
    }
}
