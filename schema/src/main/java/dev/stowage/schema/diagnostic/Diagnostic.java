package dev.stowage.schema.diagnostic;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something wrong, or worth a look, in what somebody wrote. The message says what was found and what is wanted, subject
 * first, numbers with units; the fix says what to write instead.
 */
@ValueStyle
@Value.Immutable
public sealed interface Diagnostic permits ImmutableDiagnostic {

    /** A finding of this rule. */
    static Diagnostic of(RuleId rule, Severity severity, Origin at, String message) {
        return ImmutableDiagnostic.builder()
                .rule(rule)
                .severity(severity)
                .at(at)
                .message(message)
                .build();
    }

    /** The same finding with what to write instead, as one sentence. */
    default Diagnostic fix(String fix) {
        return ImmutableDiagnostic.copyOf(this).withFix(fix);
    }

    /** The same finding, about this resource of this stack. */
    default Diagnostic on(String stack, String logicalId) {
        return ImmutableDiagnostic.copyOf(this).withStack(stack).withResource(logicalId);
    }

    /** The same finding, about something in this stack, unless it says already about which one. */
    default Diagnostic in(String stack) {
        return stack().isPresent() ? this : ImmutableDiagnostic.copyOf(this).withStack(stack);
    }

    /** The same finding, about this property, as a path such as {@code ContainerDefinitions/0/Memory}. */
    default Diagnostic property(String path) {
        return ImmutableDiagnostic.copyOf(this).withProperty(path);
    }

    /** The same finding with another place that has to do with it, and how: {@code "the other one is made here"}. */
    default Diagnostic also(String how, Origin at) {
        return ImmutableDiagnostic.builder()
                .from(this)
                .addRelated(new Related(how, at))
                .build();
    }

    /** The same finding with another severity. */
    default Diagnostic as(Severity severity) {
        return ImmutableDiagnostic.copyOf(this).withSeverity(severity);
    }

    /** The same finding with another message. */
    default Diagnostic saying(String message) {
        return ImmutableDiagnostic.copyOf(this).withMessage(message);
    }

    /** The same finding, accepted for this reason; it stays in the report and counts no more. */
    default Diagnostic allowed(String reason) {
        return ImmutableDiagnostic.copyOf(this).withAllowance(reason);
    }

    /** The rule that found it. */
    RuleId rule();

    /** How bad it is. */
    Severity severity();

    /** Where it was written. */
    Origin at();

    /** What was found and what is wanted: one sentence. */
    String message();

    /** What to write instead. */
    Optional<String> fix();

    /** The stack it is about. */
    Optional<String> stack();

    /** The logical id of the resource it is about. */
    Optional<String> resource();

    /** The property it is about, as a path with slashes. */
    Optional<String> property();

    /** Other places that have to do with it. */
    List<Related> related();

    /** Why it was accepted, where it was. */
    Optional<String> allowance();

    /**
     * Another place that has to do with a finding.
     *
     * @param how what stands there, as in "the other one is made here"
     * @param at the place
     */
    record Related(String how, Origin at) {}
}
