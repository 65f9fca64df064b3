package dev.stowage.synth.rule;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;

/** The literal text behind the last reference of a text that is put together: {@code :password::} in {@code ${Login}:password::}. */
final class Endings {

    private Endings() {}

    /** The text behind all references; empty where a reference ends it, or where more than text is put together. */
    static String of(Node node) {
        if (node instanceof TextNode text) {
            return text.value();
        }
        if (!(node instanceof CallNode call)) {
            return "";
        }
        var argument = call.argument();
        if (call.calls("Fn::Sub")) {
            var template = argument instanceof ListNode both && !both.items().isEmpty()
                    ? both.items().get(0)
                    : argument;
            return template instanceof TextNode text
                    ? text.value().substring(text.value().lastIndexOf('}') + 1)
                    : "";
        }
        return call.calls("Fn::Join") ? joined(argument) : "";
    }

    private static String joined(Node argument) {
        if (!(argument instanceof ListNode both)
                || both.items().size() != 2
                || !(both.items().get(0) instanceof TextNode between)
                || !(both.items().get(1) instanceof ListNode parts)) {
            return "";
        }
        var end = new StringBuilder();
        for (var i = parts.items().size() - 1; i >= 0 && parts.items().get(i) instanceof TextNode text; i--) {
            end.insert(0, i == 0 ? text.value() : between.value() + text.value());
        }
        return end.toString();
    }
}
