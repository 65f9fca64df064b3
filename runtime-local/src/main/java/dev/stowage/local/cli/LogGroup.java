package dev.stowage.local.cli;

import dev.stowage.local.endpoint.LogPart;
import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.run.Answer;
import dev.stowage.local.run.LocalRun;
import dev.stowage.synth.cli.ExitCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Shows a log group of CloudWatch: what containers sent to it through the {@code awslogs} driver, stream by stream. */
final class LogGroup {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final LogSink logs;
    private final String group;
    private final Answer answer;
    private final Map<String, Long> known = new HashMap<>();

    private LogGroup(LogSink logs, String group, Answer answer) {
        this.logs = logs;
        this.group = group;
        this.answer = answer;
    }

    /** Shows what came so far; goes on where that is asked, until the run ends. */
    static ExitCode show(LocalRun run, String group, boolean follow, Answer answer) {
        var logs = run.machine().collected();
        if (!logs.groups().contains(group)) {
            var known =
                    logs.groups().isEmpty() ? "There is none." : "There is: " + String.join(", ", logs.groups()) + ".";
            throw Refusal.usage("`" + group + "` is no log group of this run. " + known);
        }
        var shown = new LogGroup(logs, group, answer);
        while (follow && Pulse.await(run, now -> false, TICK).isPresent()) {
            shown.fresh();
            answer.tick();
        }
        shown.fresh();
        return ExitCode.FINE;
    }

    private void fresh() {
        for (var stream : logs.streams(group)) {
            var part = logs.since(group, stream, known.getOrDefault(stream, 0L));
            known.put(stream, part.next());
            tell(stream, part);
        }
    }

    private void tell(String stream, LogPart part) {
        if (part.lost() > 0) {
            answer.err("stowage: " + part.lost() + " older lines of `" + stream
                    + "` are forgotten: a run keeps 8 MiB of all its log groups.");
        }
        part.lines().forEach(line -> answer.out(stream + " | " + line.at() + " " + line.message()));
    }
}
