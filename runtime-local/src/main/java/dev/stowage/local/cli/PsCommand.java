package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.List;

/** {@code local ps}: what runs. */
public final class PsCommand implements Command {

    @Override
    public String name() {
        return "local ps";
    }

    @Override
    public String summary() {
        return "Shows the addresses, services and tasks of a run.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing()).flag("--json", "one JSON document, in the words of the ECS API");
    }

    @Override
    public ExitCode run(Invocation call) {
        var json = call.arguments().has("--json");
        return Runs.ask(call, json ? List.of(Verbs.PS, Verbs.JSON) : List.of(Verbs.PS));
    }
}
