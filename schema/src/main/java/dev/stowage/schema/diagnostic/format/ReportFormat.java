package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Report;

/** A way to write a report as text. */
public sealed interface ReportFormat permits Snippets, PlainLines, JsonLines {

    /** Each finding with the line of source that it is about, and carets under the word. */
    static ReportFormat snippets(Vantage vantage, Ink ink) {
        return new Snippets(vantage, ink);
    }

    /** Each finding on one line, the place first, as compilers write it: {@code Shop.java:74: DANGER rule: message}. */
    static ReportFormat plain(Vantage vantage) {
        return new PlainLines(vantage);
    }

    /** Each finding as one JSON object on one line. A key whose value is not known is left out. */
    static ReportFormat json(Vantage vantage) {
        return new JsonLines(vantage);
    }

    /** The report as text that ends with a line break; empty where there is no finding. */
    String text(Report report);
}
