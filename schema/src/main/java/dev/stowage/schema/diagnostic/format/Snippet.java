package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;

/** Writes one finding after another for people: what it is, the line with carets, how it was reached, what to write. */
final class Snippet {

    private static final int WIDTH = 72;
    private static final String INDENT = "   ";

    private final StringBuilder text;
    private final Ink ink;
    private final Vantage vantage;
    private final Sources sources = new Sources();

    Snippet(StringBuilder text, Ink ink, Vantage vantage) {
        this.text = text;
        this.ink = ink;
        this.vantage = vantage;
    }

    void add(Diagnostic finding) {
        heading(finding.severity(), finding.rule().value());
        spot(Spot.of(finding.at(), vantage), Subject.of(finding), finding.severity());
        line(Printable.of(finding.message()));
        finding.fix().ifPresent(fix -> line(ink.bold("Fix:") + " " + Printable.of(fix)));
        for (var related : finding.related()) {
            text.append('\n');
            spot(Spot.of(related.at(), vantage), Printable.of(related.how()), Severity.NOTE);
        }
        text.append('\n');
    }

    private void heading(Severity severity, String rule) {
        var rest = Math.max(2, WIDTH - severity.name().length() - rule.length() - 5);
        text.append(ink.dim(ink.line(2))).append(' ').append(ink.in(severity, severity.name()));
        text.append(' ')
                .append(ink.dim(ink.line(rest)))
                .append(' ')
                .append(rule)
                .append('\n');
    }

    private void spot(Spot spot, String what, Severity severity) {
        if (spot.place().isEmpty()) {
            line(what);
            return;
        }
        line(ink.bold(spot.place()) + (what.isEmpty() ? "" : INDENT + what));
        spot.excerpt(sources).ifPresent(excerpt -> excerpt(spot.line(), excerpt, severity));
        if (!spot.within().isEmpty()) {
            line(ink.dim("through " + String.join(", ", spot.within())));
        }
        if (!spot.callers().isEmpty()) {
            line(ink.dim("called from " + String.join(", ", spot.callers())));
        }
    }

    private void excerpt(int number, Excerpt excerpt, Severity severity) {
        var digits = String.valueOf(number);
        text.append('\n').append(' ').append(ink.dim(digits + " |"));
        text.append(' ').append(excerpt.text()).append('\n');
        if (!excerpt.carets().isEmpty()) {
            text.append(' ').append(ink.dim(" ".repeat(digits.length()) + " |"));
            text.append(' ').append(indented(excerpt.carets(), severity)).append('\n');
        }
    }

    /** The blanks stay outside of the colour, so that a copied line reads the same. */
    private String indented(String carets, Severity severity) {
        var from = carets.indexOf('^');
        return carets.substring(0, from) + ink.in(severity, carets.substring(from));
    }

    private void line(String content) {
        if (!content.isEmpty()) {
            text.append(INDENT).append(content).append('\n');
        }
    }
}
