package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code local run}: a task once, whose exit code is that of the command. */
public final class RunCommand implements Command {

    @Override
    public String name() {
        return "local run";
    }

    @Override
    public String summary() {
        return "Runs a job, or a task as of a service, once; ends with its exit code.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing()).operands("JOB [COMMAND]").details("""
                        JOB is the name of a job, the family of a task definition or the name of a service. COMMAND takes the place of
                        the command of its first essential container; write `--` before one that has options.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        if (call.arguments().operands().isEmpty()) {
            throw CommandFault.usage("`local run` stands alone, but wants the name of a job or a family behind it.");
        }
        var words = new ArrayList<>(List.of(Verbs.RUN));
        words.addAll(call.arguments().operands());
        return Runs.ask(call, words);
    }
}
