package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code local logs}: what containers print. */
public final class LogsCommand implements Command {

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
                .operands("TARGET")
                .details("""
                        A TARGET is the name of a service or a job, or the beginning of a task's name; without one, all of them
                        are shown.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var words = new ArrayList<>(List.of(Verbs.LOGS, call.arguments().has("-f") ? Verbs.FOLLOW : ""));
        words.addAll(call.arguments().operands());
        return Runs.ask(call, words);
    }
}
