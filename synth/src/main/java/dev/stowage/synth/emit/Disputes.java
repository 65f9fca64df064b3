package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is told about a thing whose owner, or whose copy that counts, is in dispute. */
final class Disputes {

    private Disputes() {}

    /** The findings about such a thing. */
    static List<Diagnostic> of(Holding holding) {
        var thing = holding.current();
        var findings = new ArrayList<Diagnostic>();
        if (holding.named().size() > 1) {
            findings.add(namedTwice(thing, holding));
        }
        if (holding.lacksOwner()) {
            findings.add(withoutOwner(thing, holding));
        }
        var other = holding.otherCopy();
        if (other.isPresent()) {
            findings.add(differing(thing, other.get()));
        }
        return findings;
    }

    private static Diagnostic namedTwice(Thing thing, Holding holding) {
        var message = subject(thing) + " belongs to one stack, and the stacks " + list(holding.named()) + " name it.";
        var finding = finding("place.named-twice", thing, message)
                .fix("Name it in one of them; the other refers to it all the same.");
        return also(finding, "names it", holding.namedBy());
    }

    private static Diagnostic withoutOwner(Thing thing, Holding holding) {
        var message = subject(thing) + " is used by the stacks " + list(holding.users()) + ", and no stack names it.";
        var finding = finding("place.without-owner", thing, message)
                .fix("Name it in the stack that it shall belong to: Stack.of(\"…\", …, " + thing.name() + ").");
        return also(finding, "uses it", holding.usedBy());
    }

    private static Diagnostic differing(Thing thing, Thing other) {
        return Diagnostic.of(
                        RuleId.of("place.copies-differ"),
                        Severity.ERROR,
                        end(thing),
                        subject(thing) + " is used in two versions that differ, and nothing says which one counts.")
                .also("the other version ends here", end(other))
                .fix("Use one version everywhere, or name the one that counts in a stack.");
    }

    private static Diagnostic finding(String rule, Thing thing, String message) {
        return Diagnostic.of(
                RuleId.of(rule), Severity.ERROR, thing.particulars().birth(), message);
    }

    private static Diagnostic also(Diagnostic finding, String does, List<Stack> stacks) {
        var result = finding;
        for (var stack : stacks) {
            result = result.also(
                    "stack `" + stack.name() + "` " + does, stack.particulars().birth());
        }
        return result;
    }

    /** Where the last word about this copy was said. */
    private static Said end(Thing copy) {
        var particulars = copy.particulars();
        return particulars.at(particulars.lines().lastWord());
    }

    private static String subject(Thing thing) {
        return "The " + thing.particulars().kind() + " `" + thing.name() + "`";
    }

    private static String list(Set<String> stacks) {
        return "`" + String.join("`, `", stacks) + "`";
    }
}
