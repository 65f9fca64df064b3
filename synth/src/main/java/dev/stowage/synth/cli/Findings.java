package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.diagnostic.format.Ink;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.schema.graph.Model;

/** Findings as a console shows them. */
final class Findings {

    private Findings() {}

    /** Lines of source with carets, coloured where somebody looks and wants it. */
    static ReportFormat snippets(Model model, Console console) {
        return ReportFormat.snippets(vantage(model, console), ink(console));
    }

    /** One line each. */
    static ReportFormat plain(Model model, Console console) {
        return ReportFormat.plain(vantage(model, console));
    }

    /** One JSON object each. */
    static ReportFormat json(Model model, Console console) {
        return ReportFormat.json(vantage(model, console));
    }

    /** How many there are of each severity, the gravest first: {@code 2 errors, 1 warning, 3 allowed}; or {@code none}. */
    static String counts(Report report) {
        var tally = new Tally();
        tally.add(report.count(Severity.ERROR), "error");
        tally.add(report.count(Severity.DANGER), "danger");
        tally.add(report.count(Severity.WARNING), "warning");
        tally.add(report.count(Severity.NOTE), "note");
        if (report.allowed() > 0) {
            tally.add(report.allowed() + " allowed");
        }
        return tally.isEmpty() ? "none" : tally.text();
    }

    /** From where a model's findings are seen. */
    static Vantage vantage(Model model, Console console) {
        return Vantage.from(console.directory()).past(model.libraries());
    }

    private static Ink ink(Console console) {
        var isColoured = console.isTerminal()
                && console.environment("NO_COLOR").isEmpty()
                && !console.environment("TERM").orElse("").equals("dumb");
        var ink = isColoured ? Ink.plain().coloured() : Ink.plain();
        return console.charset().newEncoder().canEncode('\u2500') ? ink : ink.ascii();
    }
}
