package dev.stowage.synth.cli;

/** What another module on the class path might add. */
public final class EchoCommand implements Command {

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String summary() {
        return "Says it again.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().operands("WORD");
    }

    @Override
    public ExitCode run(Invocation call) {
        call.console().out().print(call.arguments().operands() + "\n");
        return ExitCode.FINE;
    }
}
