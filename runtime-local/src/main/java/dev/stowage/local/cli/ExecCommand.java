package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code local exec}: a command inside a container that runs. */
public final class ExecCommand implements Command {

    private static final String CONTAINER = "--container";

    @Override
    public String name() {
        return "local exec";
    }

    @Override
    public String summary() {
        return "Runs a command inside a container; ends with its exit code.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing())
                .option(CONTAINER, "NAME", "which container of the task; else its first essential one")
                .operands("TARGET COMMAND")
                .details("""
                        TARGET is the beginning of a task's name, or a service, whose youngest task is taken. Write `--` before a
                        COMMAND that has options: `local exec web -- ls -l`. On a terminal the command has it, through the
                        `docker` command.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var words = call.arguments().operands();
        if (words.size() < 2) {
            throw CommandFault.usage("`local exec` wants a task or service and a command behind it.");
        }
        var asked = new ArrayList<>(
                List.of(words.get(0), call.arguments().value(CONTAINER).orElse("")));
        if (call.console().isTerminal() && Terminal.hasDocker(call.console())) {
            return Terminal.exec(Runs.answer(call, Verbs.CONTAINER, asked), words.subList(1, words.size()));
        }
        asked.add(0, Verbs.EXEC);
        asked.addAll(words.subList(1, words.size()));
        return Runs.ask(call, asked);
    }
}
