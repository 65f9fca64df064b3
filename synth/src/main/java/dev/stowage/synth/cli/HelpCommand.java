package dev.stowage.synth.cli;

/** {@code help}: what there is, or what one command takes. */
final class HelpCommand implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "Tells what the commands do, or what one of them takes.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().operands("COMMAND");
    }

    @Override
    public ExitCode run(Invocation call) {
        var operands = call.arguments().operands();
        var text = operands.isEmpty() ? Help.overview() : Help.of(CommandLine.command(operands));
        call.console().out().print(text);
        return ExitCode.FINE;
    }
}
