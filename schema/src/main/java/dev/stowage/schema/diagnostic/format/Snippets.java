package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;

/** The form for people. What was allowed comes last, a line each. */
final class Snippets implements ReportFormat {

    private final Vantage vantage;
    private final Ink ink;

    Snippets(Vantage vantage, Ink ink) {
        this.vantage = vantage;
        this.ink = ink;
    }

    @Override
    public String text(Report report) {
        var text = new StringBuilder();
        var snippet = new Snippet(text, ink, vantage);
        for (var finding : report.findings()) {
            if (finding.allowance().isEmpty()) {
                snippet.add(finding);
            }
        }
        for (var finding : report.findings()) {
            finding.allowance().ifPresent(reason -> text.append(allowed(finding, reason)));
        }
        return text.toString();
    }

    private String allowed(Diagnostic finding, String reason) {
        var place = Spot.of(finding.at(), vantage).place();
        return ink.dim("allowed") + " " + finding.rule() + (place.isEmpty() ? "" : " at " + place) + ": "
                + Printable.of(reason) + "\n";
    }
}
