package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;

/** One call of a command: its arguments, the machine, and the program that the command line belongs to. */
public final class Invocation {

    private final Program program;
    private final Console console;
    private final Arguments arguments;

    Invocation(Program program, Console console, Arguments arguments) {
        this.program = program;
        this.console = console;
        this.arguments = arguments;
    }

    /** What stands behind the command. */
    public Arguments arguments() {
        return arguments;
    }

    /** What the command sees of the machine. */
    public Console console() {
        return console;
    }

    /** The path that a word names, from the working folder; a fault of usage where no path can be named so. */
    public Path path(String word) {
        if (word.isBlank()) {
            throw CommandFault.usage("`" + word + "` is the name of no file or folder. Write `.` for this folder.");
        }
        try {
            return console.directory().resolve(word);
        } catch (InvalidPathException noPath) {
            throw CommandFault.usage("`" + word + "` cannot be the name of a file here.");
        }
    }

    /** Shows where findings go what was found in a model, with lines of source. */
    public void show(Model model, Report report) {
        if (!report.findings().isEmpty()) {
            console.err().print(Findings.snippets(model, console).text(report));
        }
    }

    /** Shows findings on the console, with notes in a line each: for a command that tells the same ones each time. */
    public void showBriefly(Model model, Report report) {
        var notes = new ArrayList<Diagnostic>();
        var others = new ArrayList<Diagnostic>();
        for (var finding : report.findings()) {
            (finding.severity() == Severity.NOTE ? notes : others).add(finding);
        }
        show(model, Report.of(others));
        console.err().print(Findings.plain(model, console).text(Report.of(notes)));
    }

    /** How many findings there are of each severity, the gravest first. */
    public static String counts(Report report) {
        return Findings.counts(report);
    }

    /** What the program describes; a fault of usage where there is none. */
    public Model model() {
        return program.model(console);
    }
}
