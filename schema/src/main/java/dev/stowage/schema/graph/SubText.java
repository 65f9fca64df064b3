package dev.stowage.schema.graph;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Fn::Sub} taken apart: literal text, and each variable as the function it stands for. */
final class SubText {

    private SubText() {}

    /** The parts in order, or null where the argument is no template with variables. */
    static @Nullable List<Node> parts(Node argument) {
        if (argument instanceof TextNode text) {
            return split(text.value(), ObjectNode.empty());
        }
        return argument instanceof ListNode list
                        && list.items().size() == 2
                        && list.items().get(0) instanceof TextNode text
                        && list.items().get(1) instanceof ObjectNode variables
                ? split(text.value(), variables)
                : null;
    }

    /** The reference that the whole text is, as in {@code "${Queue.Arn}"}; the call itself where it is more than that. */
    static Node simplified(CallNode call) {
        var parts = call.calls("Fn::Sub") ? parts(call.argument()) : null;
        return parts != null && parts.size() == 1 ? parts.get(0) : call;
    }

    private static List<Node> split(String text, ObjectNode variables) {
        var parts = new ArrayList<Node>();
        var literal = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var end = text.startsWith("${", at) ? text.indexOf('}', at) : -1;
            if (end < 0) {
                literal.append(text.charAt(at++));
                continue;
            }
            var name = text.substring(at + 2, end).trim();
            at = end + 1;
            if (name.startsWith("!")) {
                literal.append("${").append(name, 1, name.length()).append('}');
            } else {
                flush(literal, parts);
                parts.add(variable(name, variables));
            }
        }
        flush(literal, parts);
        return parts;
    }

    private static void flush(StringBuilder literal, List<Node> parts) {
        if (literal.length() > 0) {
            parts.add(TextNode.of(literal.toString()));
            literal.setLength(0);
        }
    }

    private static Node variable(String name, ObjectNode variables) {
        var given = variables.peek(name);
        if (given != null) {
            return given;
        }
        return name.indexOf('.') < 0 ? Functions.ref(name) : CallNode.of("Fn::GetAtt", TextNode.of(name));
    }
}
