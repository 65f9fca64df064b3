package dev.stowage.synth.read;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;

/**
 * Tells function calls from objects that merely look like one. An object with one key is a call where a value stands and
 * the key is {@code Ref} or begins with {@code Fn::}; {@code Condition} calls only where a condition is asked for, since IAM
 * statements have a key of that name.
 */
final class Calls {

    private Calls() {}

    /** A node that stands where a value is wanted. */
    static Node inValue(Node node) {
        return in(node, false);
    }

    /** A node that stands where a condition is wanted. */
    static Node inCondition(Node node) {
        return in(node, true);
    }

    /** An object that is structure itself and holds values. */
    static ObjectNode inStructure(ObjectNode object) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            entries.put(object.key(i), inValue(object.value(i)));
        }
        return entries.build().at(object.at());
    }

    private static Node in(Node node, boolean condition) {
        if (node instanceof ListNode list) {
            return items(list, 0);
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.size() == 1 && isFunction(object.key(0), condition)) {
            var function = object.key(0);
            return CallNode.of(function, argument(function, object.value(0))).at(object.at());
        }
        return inStructure(object);
    }

    private static boolean isFunction(String key, boolean condition) {
        return key.equals("Ref") || key.startsWith("Fn::") || (condition && key.equals("Condition"));
    }

    private static Node argument(String function, Node node) {
        if (!(node instanceof ListNode list)) {
            return inValue(node);
        }
        return switch (function) {
            case "Fn::And", "Fn::Or", "Fn::Not" -> items(list, list.items().size());
            case "Fn::If" -> items(list, 1);
            case "Fn::Sub" -> substitution(list);
            default -> inValue(list);
        };
    }

    /** The items of a list, of which the first so many ask for a condition. */
    private static ListNode items(ListNode list, int conditions) {
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
            items.add(in(item, items.size() < conditions));
        }
        return ListNode.of(items).at(list.at());
    }

    /** The names after the text are structure, even if there is one and it is {@code Ref}. */
    private static ListNode substitution(ListNode list) {
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
            items.add(item instanceof ObjectNode names ? inStructure(names) : inValue(item));
        }
        return ListNode.of(items).at(list.at());
    }
}
