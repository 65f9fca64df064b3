package dev.stowage.local.evaluate;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The parts of {@code Fn::Sub}: literal text, and each variable as the expression that it stands for. */
final class Substitution {

    private Substitution() {}

    /** The parts in order; none where the argument is no text with variables. */
    static List<Node> parts(Node argument) {
        if (argument instanceof TextNode text) {
            return parts(text.value(), ObjectNode.empty());
        }
        if (argument instanceof ListNode list
                && list.items().size() == 2
                && list.items().get(0) instanceof TextNode text
                && list.items().get(1) instanceof ObjectNode variables) {
            return parts(text.value(), variables);
        }
        return List.of();
    }

    private static List<Node> parts(String text, ObjectNode variables) {
        var parts = new ArrayList<Node>();
        var from = 0;
        while (from < text.length()) {
            var begin = text.indexOf("${", from);
            var end = begin < 0 ? -1 : text.indexOf('}', begin);
            if (end < 0) {
                parts.add(TextNode.of(text.substring(from)));
                return parts;
            }
            if (begin > from) {
                parts.add(TextNode.of(text.substring(from, begin)));
            }
            parts.add(variable(text.substring(begin + 2, end).trim(), variables));
            from = end + 1;
        }
        return parts;
    }

    private static Node variable(String name, ObjectNode variables) {
        if (name.startsWith("!")) {
            return TextNode.of("${" + name.substring(1) + "}");
        }
        var given = variables.peek(name);
        if (given != null) {
            return given;
        }
        return name.indexOf('.') < 0 ? Functions.ref(name) : CallNode.of("Fn::GetAtt", TextNode.of(name));
    }
}
