package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;

/** {@code check}: says what is wrong with the program, or with templates and assemblies, whoever wrote them. */
final class CheckCommand implements Command {

    private static final String JSON = "--json";
    private static final String PLAIN = "--plain";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Says what is wrong with the program, or with templates and cloud assemblies.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .flag(JSON, "one JSON object on a line for each finding")
                .flag(PLAIN, "one line for each finding, place first")
                .operands("PATH")
                .details("""
                        A PATH is a template in JSON or the folder of a cloud assembly; each is looked at by itself. Without
                        one, the program is checked. Findings go to standard output. With --json and --plain nothing else
                        does, and where nothing was found the output is empty.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        if (call.arguments().has(JSON) && call.arguments().has(PLAIN)) {
            throw CommandFault.usage("`--json` and `--plain` are two forms of one report. Choose one of them.");
        }
        var paths = call.arguments().operands();
        if (paths.isEmpty()) {
            return check(call.model(), call);
        }
        var code = ExitCode.FINE;
        for (var path : paths) {
            code = code.or(checkFile(path, call));
        }
        return code;
    }

    /** A file that cannot be read does not keep the others from being checked. */
    private static ExitCode checkFile(String path, Invocation call) {
        try {
            return check(ModelReader.open(call.path(path)), call);
        } catch (BadInput unusable) {
            return Faults.tell(unusable, call.console());
        }
    }

    private static ExitCode check(Model model, Invocation call) {
        var report = Checker.check(model);
        var console = call.console();
        if (!report.findings().isEmpty()) {
            console.out().print(form(model, call).text(report));
        }
        if (!call.arguments().has(JSON) && !call.arguments().has(PLAIN)) {
            console.out().println(totals(model, report));
        }
        return report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static ReportFormat form(Model model, Invocation call) {
        if (call.arguments().has(JSON)) {
            return Findings.json(model, call.console());
        }
        return call.arguments().has(PLAIN)
                ? Findings.plain(model, call.console())
                : Findings.snippets(model, call.console());
    }

    private static String totals(Model model, Report report) {
        var resources = 0;
        for (var template : model.templates()) {
            resources += template.resources().size();
        }
        return "findings: " + Findings.counts(report) + ", in "
                + Tally.counted(model.templates().size(), "stack") + " with " + Tally.counted(resources, "resource");
    }
}
