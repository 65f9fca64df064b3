package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.table.Limits;
import dev.stowage.schema.table.Ranges;
import dev.stowage.schema.table.Ranges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What AWS counts or spells and the facts about resource types do not hold: how much CloudFormation takes in one template,
 * from where to where the numbers of resources may go, and how their texts look. What only deployment tells is never
 * outside, and neither is what a macro may still change.
 */
public final class Numbers {

    private static final RuleId SIZE = RuleId.of("template.size.exceeded");

    private final Limits limits;
    private final Ranges ranges;
    private final List<Diagnostic> findings = new ArrayList<>(0);

    private Numbers(Limits limits, Ranges ranges) {
        this.limits = limits;
        this.ranges = ranges;
    }

    /** What lies outside these limits and ranges. */
    public static List<Diagnostic> check(Template template, Limits limits, Ranges ranges) {
        var numbers = new Numbers(limits, ranges);
        if (!Conformance.isRewritten(template)) {
            numbers.size(template);
            numbers.resources(template);
        }
        return numbers.findings;
    }

    private void size(Template template) {
        size(template, "resources", template.resources().size());
        for (var section : new String[] {"Parameters", "Outputs", "Mappings"}) {
            size(template, section, template.sections().object(section).size());
        }
    }

    private void size(Template template, String section, int count) {
        var what = section.toLowerCase(Locale.ROOT);
        var most = limits.most("template." + what);
        if (count > most) {
            findings.add(Diagnostic.of(
                            SIZE,
                            Severity.ERROR,
                            template.at(),
                            "The stack `" + template.stack() + "` has " + count + " " + what
                                    + ", and CloudFormation takes " + most + " in one template.")
                    .fix("Name some of its services in a stack of their own."));
        }
    }

    private void resources(Template template) {
        for (var resource : template.resources()) {
            var ofType = ranges.forType(resource.type());
            if (!ofType.isEmpty()) {
                var top = Place.top(resource);
                var wording = new Wording(template.stack(), resource);
                for (var range : ofType) {
                    for (var place : top.all(range.steps())) {
                        value(range, place, wording);
                    }
                }
            }
        }
    }

    private void value(Range range, Place place, Wording wording) {
        var text = Scalars.text(place.node());
        if (text == null || text.contains("{{resolve:")) {
            return;
        }
        if (range.letters().isEmpty() && range.words().isEmpty()) {
            number(text, range, place, wording);
        } else if (!range.holds(text)) {
            findings.add(
                    range.words().isEmpty()
                            ? wording.misspelt(range, place.node(), place)
                            : wording.unusual(range.words(), place.node(), place));
        }
    }

    private void number(String digits, Range range, Place place, Wording wording) {
        try {
            if (!range.holds(Long.parseLong(digits.trim()))) {
                findings.add(wording.outside(range, digits, place));
            }
        } catch (NumberFormatException notWhole) {
            // The walk over the facts says so.
            return;
        }
    }
}
