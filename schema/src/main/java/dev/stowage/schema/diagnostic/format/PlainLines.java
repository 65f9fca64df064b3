package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;

/** The form for logs: a line for each finding, in the order of the report. */
final class PlainLines implements ReportFormat {

    private final Vantage vantage;

    PlainLines(Vantage vantage) {
        this.vantage = vantage;
    }

    @Override
    public String text(Report report) {
        var text = new StringBuilder();
        for (var finding : report.findings()) {
            text.append(Printable.of(line(finding))).append('\n');
        }
        return text.toString();
    }

    private String line(Diagnostic finding) {
        var place = Spot.of(finding.at(), vantage).place();
        var where = place.isEmpty() ? Subject.of(finding) : place;
        var level =
                finding.allowance().isPresent() ? "allowed" : finding.severity().name();
        return (where.isEmpty() ? "" : where + ": ")
                + level + " " + finding.rule() + ": " + finding.message()
                + finding.fix().map(fix -> " Fix: " + fix).orElse("")
                + finding.allowance().map(reason -> " Allowed: " + reason).orElse("");
    }
}
