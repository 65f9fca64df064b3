package dev.stowage.local.evaluate;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which conditions of one stack hold. One that is not declared, or that goes round in a circle, does not. */
final class ConditionValues {

    private final StackValues stack;
    private final Map<String, Boolean> known = new HashMap<>();

    ConditionValues(StackValues stack) {
        this.stack = stack;
    }

    boolean holds(String name) {
        var already = known.get(name);
        if (already != null) {
            return already;
        }
        known.put(name, false);
        var declared = stack.template().sections().object("Conditions").peek(name);
        var holds = declared != null && holds(declared);
        known.put(name, holds);
        return holds;
    }

    boolean holds(Node node) {
        if (!(node instanceof CallNode call)) {
            return Literals.text(node).equals("true");
        }
        var items = call.argument() instanceof ListNode list ? list.items() : List.of(call.argument());
        return switch (call.function()) {
            case "Condition" -> call.argument() instanceof TextNode name && holds(name.value());
            case "Fn::And" -> items.stream().allMatch(this::holds);
            case "Fn::Or" -> items.stream().anyMatch(this::holds);
            case "Fn::Not" -> !items.isEmpty() && !holds(items.get(0));
            case "Fn::Equals" -> items.size() == 2 && stack.text(items.get(0)).equals(stack.text(items.get(1)));
            case "Fn::Contains" -> isContained(items);
            default -> stack.text(node).equals("true");
        };
    }

    private boolean isContained(List<Node> items) {
        return items.size() == 2
                && Literals.texts(stack.ground(items.get(0)))
                        .map(texts -> texts.contains(stack.text(items.get(1))))
                        .orElse(false);
    }
}
