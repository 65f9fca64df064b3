package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.SarifLog;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;

/** {@code check}: says what is wrong with the program, or with templates and assemblies, whoever wrote them. */
final class CheckCommand implements Command {

    private static final String JSON = "--json";
    private static final String PLAIN = "--plain";
    private static final String SARIF = "--sarif";

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
                .flag(SARIF, "one SARIF document, for code hosts")
                .operands("PATH")
                .details("""
                        A PATH is a template or a task definition, in JSON or YAML, or the folder of a cloud assembly; each is
                        looked at by itself.
                        Without one, the program is checked. Findings go to standard output. With --json, --plain and --sarif
                        nothing else does; with the first two, the output is empty where nothing was found.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        if (forms(call.arguments()) > 1) {
            throw CommandFault.usage("`--json`, `--plain` and `--sarif` are forms of one report. Choose one of them.");
        }
        var log = SarifLog.by(Version.text());
        var code = all(call, log);
        if (call.arguments().has(SARIF)) {
            call.console().out().print(log.text());
        }
        return code;
    }

    private static int forms(Arguments arguments) {
        var count = 0;
        for (var form : new String[] {JSON, PLAIN, SARIF}) {
            count += arguments.has(form) ? 1 : 0;
        }
        return count;
    }

    private static ExitCode all(Invocation call, SarifLog log) {
        var paths = call.arguments().operands();
        if (paths.isEmpty()) {
            return check(call.model(), call, log);
        }
        var code = ExitCode.FINE;
        for (var path : paths) {
            code = code.or(checkFile(path, call, log));
        }
        return code;
    }

    /** A file that cannot be read does not keep the others from being checked. */
    private static ExitCode checkFile(String path, Invocation call, SarifLog log) {
        try {
            return check(ModelReader.open(call.path(path)), call, log);
        } catch (BadInput unusable) {
            return Faults.tell(unusable, call.console());
        }
    }

    private static ExitCode check(Model model, Invocation call, SarifLog log) {
        var report = Checker.check(model);
        if (call.arguments().has(SARIF)) {
            log.add(report, Findings.vantage(model, call.console()));
        } else {
            print(model, report, call);
        }
        return report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static void print(Model model, Report report, Invocation call) {
        var console = call.console();
        if (!report.findings().isEmpty()) {
            console.out().print(form(model, call).text(report));
        }
        if (forms(call.arguments()) == 0) {
            console.out().println(totals(model, report));
        }
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
