package dev.stowage.local.evaluate;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nodes without expressions, as CloudFormation converts them. */
final class Literals {

    private Literals() {}

    /** The string that CloudFormation makes of a literal; empty where it is none. */
    static String text(@Nullable Node node) {
        return scalar(node).orElse("");
    }

    /** The string that CloudFormation makes of a string, number or flag. */
    static Optional<String> scalar(@Nullable Node node) {
        return node == null
                ? Optional.empty()
                : Optional.ofNullable(Outcome.known(node).text());
    }

    /** The strings of a list of literals; empty where it is none. */
    static Optional<List<String>> texts(@Nullable Node node) {
        if (!(node instanceof ListNode list)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (var item : list.items()) {
            var text = scalar(item);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    /** A list of these strings. */
    static ListNode list(List<String> texts) {
        return ListNode.of(texts.stream().map(TextNode::of).toList());
    }

    /** Whether there is no expression in it. */
    static boolean isLiteral(@Nullable Node node) {
        if (node instanceof CallNode) {
            return false;
        }
        if (node instanceof ListNode list) {
            return list.items().stream().allMatch(Literals::isLiteral);
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (!isLiteral(object.value(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
