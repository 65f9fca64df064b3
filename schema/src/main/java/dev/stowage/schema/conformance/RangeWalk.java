package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.table.Ranges.Range;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.List;

/** The numbers of one resource against the ranges that AWS takes. What only deployment tells is never outside. */
final class RangeWalk {

    private final Range range;
    private final String[] steps;
    private final Wording wording;
    private final List<Diagnostic> findings;

    private RangeWalk(Range range, Wording wording, List<Diagnostic> findings) {
        this.range = range;
        this.steps = range.path().split("/", -1);
        this.wording = wording;
        this.findings = findings;
    }

    static void walk(Resource resource, List<Range> ranges, Wording wording, List<Diagnostic> findings) {
        for (var range : ranges) {
            new RangeWalk(range, wording, findings)
                    .walk(resource.properties(), 0, Place.top(resource.at()).at(resource.properties()));
        }
    }

    private void walk(Node node, int depth, Place place) {
        if (depth == steps.length) {
            number(node, place);
        } else if (node instanceof ListNode list && steps[depth].equals("*")) {
            for (var i = 0; i < list.items().size(); i++) {
                var item = list.items().get(i);
                walk(item, depth + 1, place.down(Integer.toString(i), item));
            }
        } else if (node instanceof ObjectNode object && object.has(steps[depth])) {
            var value = object.get(steps[depth]).orElseThrow();
            walk(value, depth + 1, place.down(steps[depth], value));
        }
    }

    private void number(Node node, Place place) {
        var digits = Scalars.text(node);
        if (digits == null) {
            return;
        }
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
