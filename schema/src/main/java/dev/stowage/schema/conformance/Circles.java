package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Reference;
import dev.stowage.schema.graph.References;
import dev.stowage.schema.graph.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resources that wait for each other, so that CloudFormation makes none of them. Only resources and references that no
 * condition can take away count.
 */
final class Circles {

    private static final RuleId CIRCLE = RuleId.of("template.circle");

    private final String stack;
    private final Map<String, List<Reference>> edges = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<Reference> path = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>(0);

    private Circles(Template template) {
        stack = template.stack();
        for (var resource : template.resources()) {
            if (!resource.attributes().has("Condition")) {
                edges.put(resource.logicalId(), new ArrayList<>());
            }
        }
        for (var reference : References.in(template)) {
            var from = reference.from();
            if (reference.isAlways() && from.isPresent() && edges.containsKey(reference.name()) && isEdge(reference)) {
                edges.getOrDefault(from.get().logicalId(), new ArrayList<>(0)).add(reference);
            }
        }
    }

    private static boolean isEdge(Reference reference) {
        return switch (reference.kind()) {
            case VALUE, ATTRIBUTE, RESOURCE -> true;
            case CONDITION, MAPPING -> false;
        };
    }

    static List<Diagnostic> of(Template template) {
        var circles = new Circles(template);
        for (var name : circles.edges.keySet()) {
            circles.visit(name);
        }
        return circles.findings;
    }

    private void visit(String name) {
        if (done.contains(name)) {
            return;
        }
        for (var edge : edges.getOrDefault(name, List.of())) {
            path.add(edge);
            var start = start(edge.name());
            if (start >= 0) {
                report(path.subList(start, path.size()));
            } else {
                visit(edge.name());
            }
            path.remove(path.size() - 1);
        }
        done.add(name);
    }

    /** Where on the path that resource refers; -1 where it is not on it. */
    private int start(String name) {
        for (var i = 0; i < path.size(); i++) {
            if (path.get(i).from().orElseThrow().logicalId().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void report(List<Reference> circle) {
        var first = circle.get(0);
        var name = first.from().orElseThrow().logicalId();
        var finding = Diagnostic.of(CIRCLE, Severity.ERROR, first.at(), chain(circle, name))
                .on(stack, name)
                .property(first.property())
                .fix("Take one of the references out, such as by a rule of a security group as a resource of its own.");
        for (var edge : circle.subList(1, circle.size())) {
            finding = finding.also("`" + edge.from().orElseThrow().logicalId() + "` refers on here", edge.at());
        }
        findings.add(finding);
        for (var edge : circle) {
            done.add(edge.name());
        }
    }

    private static String chain(List<Reference> circle, String name) {
        if (circle.size() == 1) {
            return "`" + name + "` waits for itself.";
        }
        var text =
                new StringBuilder("`" + name + "` waits for `" + circle.get(0).name() + "`");
        for (var edge : circle.subList(1, circle.size())) {
            text.append(", that for ").append(edge.name().equals(name) ? "the first" : "`" + edge.name() + "`");
        }
        return text.append(", so that none is made.").toString();
    }
}
