package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.table.Ranges;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a template against the ranges that AWS takes, which the facts about resource types do not hold. */
public final class Numbers {

    private Numbers() {}

    /** What lies outside, resource by resource; nothing where a macro may still change it. */
    public static List<Diagnostic> check(Template template, Ranges ranges) {
        var findings = new ArrayList<Diagnostic>();
        if (Conformance.isRewritten(template)) {
            return findings;
        }
        for (var resource : template.resources()) {
            var known = ranges.forType(resource.type());
            if (!known.isEmpty()) {
                RangeWalk.walk(resource, known, new Wording(template.stack(), resource), findings);
            }
        }
        return findings;
    }
}
