package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.table.Counts;
import dev.stowage.schema.table.Pairs;
import dev.stowage.schema.table.Pairs.Pair;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template that was read may get wrong and the words of programs cannot: names that stand for nothing, resources that
 * wait for each other, properties that want or exclude one another, lists that are too long. What a macro may still change, and what only deployment
 * tells, is no finding.
 */
public final class ReadForm {

    private final Pairs pairs = Pairs.shipped();
    private final Counts counts = Counts.shipped();
    private final List<Diagnostic> findings = new ArrayList<>();

    private ReadForm() {}

    /** What is wrong in that way with these templates. */
    public static List<Diagnostic> check(List<Template> templates) {
        var form = new ReadForm();
        for (var template : templates) {
            if (!Conformance.isRewritten(template)) {
                form.findings.addAll(DeadNames.of(template));
                form.findings.addAll(Circles.of(template));
                form.findings.addAll(Frame.of(template));
                for (var resource : template.resources()) {
                    form.check(resource, new Wording(template.stack(), resource));
                }
            }
        }
        return form.findings;
    }

    private void check(Resource resource, Wording wording) {
        if (Directive.stands(resource.attributes())) {
            return;
        }
        var top = Place.top(resource);
        counts(resource, top, wording);
        for (var pair : pairs.forType(resource.type())) {
            for (var place : top.all(pair.steps())) {
                if (place.node() instanceof ObjectNode holder && !Directive.stands(holder)) {
                    pair(pair, holder, place, wording);
                }
            }
        }
    }

    private void counts(Resource resource, Place top, Wording wording) {
        for (var count : counts.forType(resource.type())) {
            for (var place : top.all(count.steps())) {
                var items = certain(place.node());
                if (items > count.most()) {
                    findings.add(wording.tooMany(items, count.most(), place));
                }
            }
        }
    }

    /** How many items a list certainly has. */
    private static int certain(Node node) {
        var items = 0;
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                items += isThere(item) ? 1 : 0;
            }
        }
        return items;
    }

    private void pair(Pair pair, ObjectNode holder, Place place, Wording wording) {
        if (!isGiven(pair, holder)) {
            return;
        }
        if (!pair.isWanted()) {
            var other = holder.peek(pair.others().get(0));
            if (other != null && isThere(other)) {
                findings.add(wording.excluded(pair, place.down(pair.others().get(0), other)));
            }
            return;
        }
        for (var other : pair.others()) {
            if (!isAbsent(holder.peek(other))) {
                return;
            }
        }
        var wanting = holder.peek(pair.property());
        findings.add(wording.needed(pair, place, wanting == null ? place : place.down(pair.property(), wanting)));
    }

    /** Whether the property that wants or excludes certainly stands there, with the value with which it does. */
    private static boolean isGiven(Pair pair, ObjectNode holder) {
        var node = holder.peek(pair.property());
        return pair.property().isEmpty()
                || node != null
                        && isThere(node)
                        && (pair.value().isEmpty() || pair.value().equals(Scalars.text(node)));
    }

    /** Whether a property is certainly written, and no condition may take it away. */
    private static boolean isThere(Node node) {
        return !(node instanceof CallNode call && call.calls("Fn::If")) && !Functions.isNoValue(node);
    }

    private static boolean isAbsent(@Nullable Node node) {
        return node == null || Functions.isNoValue(node);
    }
}
