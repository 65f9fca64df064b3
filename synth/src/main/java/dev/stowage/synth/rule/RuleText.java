package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;

/** What there is to say about a rule whether it finds anything or not. */
public final class RuleText {

    private final String id;
    private final Severity severity;
    private final String title;
    private final String explanation;

    RuleText(String id, Severity severity, String title, String explanation) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.explanation = explanation;
    }

    /** Its name, such as {@code service.grace-period.too-short}. */
    public String id() {
        return id;
    }

    /** How bad its gravest finding is. */
    public Severity severity() {
        return severity;
    }

    /** What it finds, in a few words without a full stop. */
    public String title() {
        return title;
    }

    /** Why that matters, when it is no fault, and where AWS says so: paragraphs with a blank line between them. */
    public String explanation() {
        return explanation;
    }

    @Override
    public String toString() {
        return id;
    }
}
