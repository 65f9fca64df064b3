package dev.stowage.local.cli;

import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.engine.docker.TerminalExec;
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
                        COMMAND that has options: `local exec web -- ls -l`. On a terminal the command has it: what is typed
                        goes there, Ctrl-C too.
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
        var command = words.subList(1, words.size());
        if (call.console().isTerminal()) {
            var container = Runs.answer(call, Verbs.CONTAINER, asked);
            var terminal = Terminal.take(call.console());
            if (terminal.isPresent()) {
                return exec(container, command, terminal.get());
            }
        }
        asked.add(0, Verbs.EXEC);
        asked.addAll(command);
        return Runs.ask(call, asked);
    }

    private static ExitCode exec(String container, List<String> command, Terminal taken) {
        try (var terminal = taken) {
            return ExitCode.of(TerminalExec.run(container, command, terminal));
        } catch (EngineTrouble trouble) {
            throw StackDoor.fault(trouble);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return ExitCode.MISSING;
        }
    }
}
