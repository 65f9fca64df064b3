package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;

/** Follows one reference to what it means, through parameters of nested stacks, their outputs, exports and conditions. */
final class Follower {

    private static final int STEPS = 200;

    private final ResourceGraph graph;
    private int steps;

    Follower(ResourceGraph graph) {
        this.graph = graph;
    }

    Target follow(Stack stack, Node written) {
        if (++steps > STEPS) {
            return Target.Unknown.INSTANCE;
        }
        if (!(written instanceof CallNode call)) {
            return literal(stack, written);
        }
        var node = SubText.simplified(call);
        if (!(node instanceof CallNode simple)) {
            return literal(stack, node);
        }
        return switch (simple.function()) {
            case "Ref" -> simple.argument() instanceof TextNode name ? ref(stack, name.value()) : literal(stack, node);
            case "Fn::GetAtt" -> attribute(stack, node);
            case "Fn::If" -> choice(stack, simple);
            case "Fn::ImportValue" -> imported(stack, simple.argument());
            case "Fn::Select" -> selected(stack, simple);
            default -> literal(stack, node);
        };
    }

    private Target literal(Stack stack, Node node) {
        var outcome = new Resolver(graph).resolve(stack, node);
        var text = outcome.text();
        if (text != null) {
            return new Target.Outside(text);
        }
        return outcome == Outcome.ABSENT ? Target.Absent.INSTANCE : Target.Unknown.INSTANCE;
    }

    private Target ref(Stack stack, String name) {
        var entry = stack.entry(name);
        if (entry != null) {
            return new Target.Held(new Found(graph, entry), "Ref");
        }
        if (stack.parameter(name) == null) {
            return name.startsWith("AWS::") ? literal(stack, Functions.ref(name)) : missing(stack, name);
        }
        var parent = graph.universe().parent(stack);
        var handed = parent == null
                ? null
                : parent.resource().properties().object("Parameters").peek(name);
        return parent != null && handed != null ? follow(parent.stack(), handed) : literal(stack, Functions.ref(name));
    }

    private static Target missing(Stack stack, String name) {
        return stack.mayGrow() ? Target.Unknown.INSTANCE : new Target.Missing(name);
    }

    private Target attribute(Stack stack, Node node) {
        var asked = Functions.attribute(node);
        if (asked.isEmpty()) {
            return Target.Unknown.INSTANCE;
        }
        var name = asked.get().attribute();
        var entry = stack.entry(asked.get().logicalId());
        if (entry == null) {
            return missing(stack, asked.get().logicalId());
        }
        var child = name.startsWith("Outputs.") ? graph.universe().child(entry) : null;
        if (child == null) {
            return new Target.Held(new Found(graph, entry), name);
        }
        var output = child.section("Outputs")
                .object(name.substring("Outputs.".length()))
                .peek("Value");
        return output == null || graph.universe().parent(child) != entry
                ? Target.Unknown.INSTANCE
                : follow(child, output);
    }

    private Target choice(Stack stack, CallNode call) {
        if (!(call.argument() instanceof ListNode list)
                || list.items().size() != 3
                || !(list.items().get(0) instanceof TextNode condition)) {
            return Target.Unknown.INSTANCE;
        }
        var verdict = graph.condition(stack, condition.value());
        return verdict == Verdict.UNKNOWN
                ? Target.Unknown.INSTANCE
                : follow(stack, list.items().get(verdict == Verdict.HOLDS ? 1 : 2));
    }

    private Target imported(Stack stack, Node argument) {
        var resolver = new Resolver(graph);
        var name = resolver.resolve(stack, argument).text();
        var export = name == null ? null : graph.universe().export(name, stack, resolver);
        return export == null ? Target.Unknown.INSTANCE : follow(export.home(), export.value());
    }

    /** One item of a list that is written out. */
    private Target selected(Stack stack, CallNode call) {
        if (call.argument() instanceof ListNode both
                && both.items().size() == 2
                && both.items().get(1) instanceof ListNode items) {
            var index = new Resolver(graph).resolve(stack, both.items().get(0)).text();
            for (var i = 0; i < items.items().size(); i++) {
                if (Integer.toString(i).equals(index)) {
                    return follow(stack, items.items().get(i));
                }
            }
        }
        return literal(stack, call);
    }
}
