package dev.stowage.local.cli;

import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.run.Answer;
import dev.stowage.synth.cli.ExitCode;

/** Shows a log group of CloudWatch: what containers sent to it through the {@code awslogs} driver, stream by stream. */
final class LogGroup {

    private LogGroup() {}

    static ExitCode show(LogSink logs, String group, Answer answer) {
        if (!logs.groups().contains(group)) {
            var known =
                    logs.groups().isEmpty() ? "There is none." : "There is: " + String.join(", ", logs.groups()) + ".";
            throw Refusal.usage("`" + group + "` is no log group of this run. " + known);
        }
        for (var stream : logs.streams(group)) {
            logs.lines(group, stream).forEach(line -> answer.out(stream + " | " + line.at() + " " + line.message()));
        }
        return ExitCode.FINE;
    }
}
