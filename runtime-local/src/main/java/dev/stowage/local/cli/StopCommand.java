package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.List;

/** {@code local stop}: a task, or all of a service. */
public final class StopCommand implements Command {

    @Override
    public String name() {
        return "local stop";
    }

    @Override
    public String summary() {
        return "Stops a task, which its service replaces, or all tasks of a service.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing())
                .option("--reason", "TEXT", "the reason that the task shows")
                .flag("--spot", "as if the Spot capacity of a task were taken back")
                .operand("TARGET")
                .details("""
                        A TARGET is the beginning of a task's name, or the name of a service (CLUSTER/NAME where several clusters have
                        one of that name), which then wants no task until `scale` says otherwise.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var target = call.arguments().operands().get(0);
        if (call.arguments().has("--spot")) {
            return Runs.ask(call, List.of(Verbs.SPOT, target));
        }
        return Runs.ask(
                call,
                List.of(Verbs.STOP, target, call.arguments().value("--reason").orElse("")));
    }
}
