package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.List;

/** {@code local alarm}: an alarm that watches deployments, which nothing else sets off here. */
public final class AlarmCommand implements Command {

    @Override
    public String name() {
        return "local alarm";
    }

    @Override
    public String summary() {
        return "Sets off an alarm that watches deployments.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing())
                .flag("--ok", "it is over")
                .operand("ALARM")
                .details("""
                        An ALARM is a name of `DeploymentConfiguration.Alarms`. A deployment in progress is given up, and what was
                        completed last is made again where the service says so. One that begins while an alarm is on ignores them.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var name = call.arguments().operands().get(0);
        return Runs.ask(call, List.of(Verbs.ALARM, name, call.arguments().has("--ok") ? Verbs.OK : Verbs.RINGS));
    }
}
