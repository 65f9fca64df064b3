package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.List;

/** The text of help: for all commands, and for each. */
final class Help {

    private static final String EXIT_CODES = """

            Exit codes
              0   all is fine; findings below ERROR may stand
              1   a finding of severity ERROR stands that nobody allowed, or the program stopped
              2   the arguments, or the files they name, are not what a command takes
              3   something outside is missing, such as a file or the right to write one
            """;

    private static final String ENVIRONMENT = """

            Environment
              CDK_OUTDIR      the folder that `synth` writes to, as a CDK CLI sets it
              NO_COLOR        set to anything: no colours, not even on a terminal
              STOWAGE_DEBUG   set to anything: stack traces
            """;

    private Help() {}

    /** What there is. */
    static String overview() {
        var text = new StringBuilder("Stowage ").append(Version.text()).append(": Amazon ECS as Java values\n\n");
        text.append("Usage: COMMAND [OPTION ...]; in a program of your own, no command means `synth`\n\n");
        var rows = new ArrayList<List<String>>();
        for (var name : CommandLine.BUILT_IN) {
            row(rows, CommandLine.command(List.of(name)));
        }
        for (var command : CommandLine.added()) {
            row(rows, command);
        }
        text.append(Columns.of(rows, "  "));
        text.append("\n`help COMMAND` tells what a command takes; `--version` tells which Stowage this is.\n");
        return text.append(EXIT_CODES).append(ENVIRONMENT).toString();
    }

    /** What a command takes and does. */
    static String of(Command command) {
        var syntax = command.syntax();
        var text = new StringBuilder("Usage: ").append(command.name());
        for (var option : syntax.options()) {
            text.append(" [").append(shown(option)).append(']');
        }
        text.append(operand(syntax)).append("\n\n").append(command.summary()).append('\n');
        var rows = new ArrayList<List<String>>();
        for (var option : syntax.options()) {
            rows.add(List.of(shown(option), option.meaning()));
        }
        if (!rows.isEmpty()) {
            text.append('\n').append(Columns.of(rows, "  "));
        }
        return syntax.details().isEmpty()
                ? text.toString()
                : text.append('\n').append(syntax.details()).toString();
    }

    /** The lines that tell of commands. */
    static String table(List<Command> commands) {
        var rows = new ArrayList<List<String>>();
        for (var command : commands) {
            row(rows, command);
        }
        return Columns.of(rows, "  ");
    }

    private static void row(List<List<String>> rows, Command command) {
        rows.add(List.of(command.name(), command.summary()));
    }

    private static String shown(Syntax.Option option) {
        return option.isFlag() ? option.name() : option.name() + " " + option.placeholder();
    }

    private static String operand(Syntax syntax) {
        if (syntax.most() == 0) {
            return "";
        }
        var more = syntax.most() > 1 ? " ..." : "";
        return syntax.fewest() == 0 ? " [" + syntax.operand() + more + "]" : " " + syntax.operand() + more;
    }
}
