package dev.stowage.synth.cli;

/** One of a family of commands that another module might add. */
public final class EchoTwiceCommand implements Command {

    @Override
    public String name() {
        return "parrot twice";
    }

    @Override
    public String summary() {
        return "Says it twice.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().option("--word", "WORD", "what").operands("WORD");
    }

    @Override
    public ExitCode run(Invocation call) {
        call.console()
                .out()
                .print(call.arguments().operands() + "" + call.arguments().values("--word") + "\n");
        return ExitCode.FINE;
    }
}
