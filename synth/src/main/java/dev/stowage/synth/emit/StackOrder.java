package dev.stowage.synth.emit;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which stacks are deployed: a stack after those it imports from, and else as the app names them. */
final class StackOrder {

    private final Synthesis synthesis;
    private final Map<String, Emission> byName = new HashMap<>();
    private final List<Emission> order = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private StackOrder(Synthesis synthesis) {
        this.synthesis = synthesis;
    }

    static List<Emission> of(Synthesis synthesis) {
        var order = new StackOrder(synthesis);
        for (var emission : synthesis.emissions()) {
            order.index(emission);
        }
        for (var emission : synthesis.emissions()) {
            order.add(emission);
        }
        return order.order;
    }

    private void index(Emission emission) {
        var stack = emission.stack();
        if (!Names.isStackName(stack.name())) {
            synthesis.find(Diagnostic.of(
                            RuleId.of("name.form"),
                            Severity.ERROR,
                            stack.particulars().birth(),
                            "`" + stack.name() + "` is the name of a stack, which begins with a letter and holds"
                                    + " letters, digits and hyphens, 128 at most.")
                    .fix("Give the stack such a name."));
        }
        var other = byName.putIfAbsent(stack.name(), emission);
        if (other != null) {
            synthesis.find(Diagnostic.of(
                            RuleId.of("name.collision"),
                            Severity.ERROR,
                            stack.particulars().birth(),
                            "`" + stack.name() + "` is the name of two stacks.")
                    .also(
                            "the other one is made here",
                            other.stack().particulars().birth())
                    .fix("Give one of them another name."));
        }
    }

    private void add(Emission emission) {
        if (order.contains(emission)) {
            return;
        }
        var name = emission.stack().name();
        if (path.contains(name)) {
            circle(emission);
            return;
        }
        path.add(name);
        for (var from : emission.importsFrom()) {
            var exporter = byName.get(from);
            if (exporter != null) {
                add(exporter);
            }
        }
        path.remove(path.size() - 1);
        order.add(emission);
    }

    private void circle(Emission emission) {
        var circle = new ArrayList<>(path.subList(path.indexOf(emission.stack().name()), path.size()));
        circle.add(emission.stack().name());
        synthesis.find(Diagnostic.of(
                        RuleId.of("stack.circle"),
                        Severity.ERROR,
                        emission.stack().particulars().birth(),
                        "The stacks `" + String.join("` → `", circle)
                                + "` need each other in a circle, and CloudFormation can deploy none of them first.")
                .fix("Move what they share into a stack of its own."));
    }
}
