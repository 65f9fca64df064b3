package dev.stowage.schema.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All findings about one model, gravest first, then by rule; findings of one rule keep the order in which they were made. */
public final class Report {

    private final List<Diagnostic> findings;

    private Report(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** A report of these findings. */
    public static Report of(Collection<Diagnostic> findings) {
        var sorted = new ArrayList<>(findings);
        if (sorted.size() > 1) {
            sorted.sort(Report::compare);
        }
        return new Report(List.copyOf(sorted));
    }

    private static int compare(Diagnostic a, Diagnostic b) {
        var bySeverity = b.severity().compareTo(a.severity());
        return bySeverity != 0 ? bySeverity : a.rule().compareTo(b.rule());
    }

    /** All findings, allowed ones too. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** How many findings of this severity nobody has allowed. */
    public int count(Severity severity) {
        var count = 0;
        for (var finding : findings) {
            if (finding.severity() == severity && finding.allowance().isEmpty()) {
                count++;
            }
        }
        return count;
    }

    /** How many findings were allowed. */
    public int allowed() {
        var count = 0;
        for (var finding : findings) {
            count += finding.allowance().isPresent() ? 1 : 0;
        }
        return count;
    }

    /** Whether a finding of severity ERROR stands that nobody has allowed. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
