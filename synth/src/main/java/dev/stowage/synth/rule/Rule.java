package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;

/** Something true of every sound stack: its name, and how bad it is to depart from it. */
final class Rule {

    private final RuleId id;
    private final Severity severity;

    private Rule(RuleId id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    static Rule of(String id, Severity severity) {
        return new Rule(RuleId.of(id), severity);
    }

    RuleId id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
