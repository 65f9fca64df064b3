package dev.stowage.synth.cli;

import java.util.List;

/** The first word that several commands have in common: alone, it tells what they are. */
final class FamilyCommand implements Command {

    private final String name;
    private final List<Command> members;

    FamilyCommand(String name, List<Command> members) {
        this.name = name;
        this.members = members;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "Several commands, each with help of its own: `help " + name + " COMMAND`.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().operand("COMMAND").details(Help.table(members));
    }

    @Override
    public ExitCode run(Invocation call) {
        call.console().out().print(Help.of(this));
        return ExitCode.FINE;
    }
}
