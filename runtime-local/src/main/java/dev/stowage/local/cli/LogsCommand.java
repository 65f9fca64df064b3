package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code local logs}: what containers print. */
public final class LogsCommand implements Command {

    private static final String GROUP = "--group";

    @Override
    public String name() {
        return "local logs";
    }

    @Override
    public String summary() {
        return "Shows what containers printed; with -f, goes on.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing())
                .flag("-f", "go on with what is printed from now on")
                .option(GROUP, "NAME", "what was sent to that log group of CloudWatch, stream by stream")
                .operands("TARGET")
                .details("""
                        A TARGET is the name of a service or a job, or the beginning of a task's name; without one, all of them
                        are shown. What containers printed goes with them, five minutes after their task has ended; a log group is kept until
                        the run ends. Its lines come about five seconds late, in one piece. With -f, both end with the run.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var group = call.arguments().value(GROUP);
        var follow = call.arguments().has("-f") ? Verbs.FOLLOW : "";
        if (group.isPresent()) {
            if (!call.arguments().operands().isEmpty()) {
                throw CommandFault.usage("`" + GROUP + "` shows all streams of a group; it takes no TARGET.");
            }
            return Runs.ask(call, List.of(Verbs.GROUP, group.get(), follow));
        }
        var words = new ArrayList<>(List.of(Verbs.LOGS, follow));
        words.addAll(call.arguments().operands());
        return Runs.ask(call, words);
    }
}
