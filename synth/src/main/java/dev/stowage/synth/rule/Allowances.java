package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.List;

/** What somebody accepted, and whether it still applies. */
final class Allowances {

    private static final Rule UNUSED = Rule.of("allowance.unused", Severity.WARNING);
    private static final Rule UNKNOWN_RULE = Rule.of("allowance.unknown-rule", Severity.WARNING);

    private final List<Spoken> spoken = new ArrayList<>(0);
    private final List<Spoken> used = new ArrayList<>(0);
    private final List<String> unanswered;

    private Allowances(List<String> unanswered) {
        this.unanswered = unanswered;
    }

    /** The allowances of a model, where these rules could not be answered for some resource. */
    static Allowances of(Model model, List<String> unanswered) {
        var allowances = new Allowances(unanswered);
        allowances.add(model.allowances(), "", "");
        for (var template : model.templates()) {
            allowances.add(template.allowances(), template.stack(), "");
            for (var resource : template.resources()) {
                allowances.add(resource.allowances(), template.stack(), resource.logicalId());
            }
        }
        return allowances;
    }

    private void add(List<Allowance> allowances, String stack, String resource) {
        for (var allowance : allowances) {
            spoken.add(new Spoken(allowance, stack, resource));
        }
    }

    /** The findings, accepted ones as accepted, and one finding for each word that accepts nothing. */
    List<Diagnostic> weigh(List<Diagnostic> findings) {
        if (spoken.isEmpty()) {
            return findings;
        }
        var weighed = new ArrayList<Diagnostic>(findings.size());
        for (var finding : findings) {
            weighed.add(weigh(finding));
        }
        for (var i = 0; i < spoken.size(); i++) {
            if (isFirstOfItsWord(i) && !isWordUsed(spoken.get(i))) {
                addIdle(spoken.get(i).allowance, weighed);
            }
        }
        return weighed;
    }

    /** The finding, as accepted where somebody accepted it. */
    Diagnostic weigh(Diagnostic finding) {
        var weighed = finding;
        for (var each : spoken) {
            if (each.covers(finding)) {
                used.add(each);
                weighed = weighed.allowance().isPresent() ? weighed : weighed.allowed(each.allowance.reason());
            }
        }
        return weighed;
    }

    /** One word about a thing may stand on every resource of the thing; it is used where any of them is. */
    private boolean isWordUsed(Spoken word) {
        for (var each : used) {
            if (each.isSameWord(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstOfItsWord(int position) {
        for (var i = 0; i < position; i++) {
            if (spoken.get(i).isSameWord(spoken.get(position))) {
                return false;
            }
        }
        return true;
    }

    private void addIdle(Allowance allowance, List<Diagnostic> findings) {
        var name = allowance.rule();
        if (!RuleCatalogue.isKnown(name)) {
            findings.add(Diagnostic.of(
                            UNKNOWN_RULE.id(),
                            UNKNOWN_RULE.severity(),
                            allowance.at(),
                            "`" + name + "` is no rule and no family of rules.")
                    .fix("Write the name that stands beside the finding; `stowage rules` lists them all."));
            return;
        }
        if (name.startsWith(RuleCatalogue.DIFFERENCE)) {
            return;
        }
        for (var rule : unanswered) {
            if (RuleId.of(rule).isCoveredBy(name)) {
                return;
            }
        }
        findings.add(Diagnostic.of(
                        UNUSED.id(),
                        UNUSED.severity(),
                        allowance.at(),
                        "`" + name + "` is allowed here, and finds nothing here any more.")
                .fix("Take the allowance away."));
    }

    /** An allowance and where it counts. */
    private static final class Spoken {

        private final Allowance allowance;
        private final String stack;
        private final String resource;

        private Spoken(Allowance allowance, String stack, String resource) {
            this.allowance = allowance;
            this.stack = stack;
            this.resource = resource;
        }

        private boolean covers(Diagnostic finding) {
            return finding.rule().isCoveredBy(allowance.rule())
                    && (stack.isEmpty() || stack.equals(finding.stack().orElse("")))
                    && (resource.isEmpty() || isAbout(finding));
        }

        /** What is found while a thing is described has no resource yet: then it is the thing itself that counts. */
        private boolean isAbout(Diagnostic finding) {
            var found = finding.resource().orElse("");
            return found.isEmpty()
                    ? finding.at() instanceof Said one
                            && allowance.at() instanceof Said other
                            && one.kind().equals(other.kind())
                            && one.name().equals(other.name())
                    : resource.equals(found);
        }

        private boolean isSameWord(Spoken other) {
            return allowance.at() == other.allowance.at()
                    && allowance.rule().equals(other.allowance.rule())
                    && allowance.reason().equals(other.allowance.reason());
        }
    }
}
