package dev.stowage.synth.write;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;

/** The short form of a function call, where YAML has one that reads back as the same call. */
final class ShortForm {

    private ShortForm() {}

    /** What stands before the argument, such as {@code !Ref}; empty if the call has to be written as an object. */
    static String tag(CallNode call) {
        var argument = call.argument();
        if (argument instanceof CallNode
                || argument instanceof NumberNode
                || argument instanceof FlagNode
                || argument instanceof NullNode
                || (call.calls("Fn::GetAtt") && argument instanceof TextNode)) {
            return "";
        }
        return switch (call.function()) {
            case "Ref", "Condition" -> "!" + call.function();
            case "Fn::And",
                    "Fn::Base64",
                    "Fn::Cidr",
                    "Fn::Equals",
                    "Fn::FindInMap",
                    "Fn::GetAtt",
                    "Fn::GetAZs",
                    "Fn::If",
                    "Fn::ImportValue",
                    "Fn::Join",
                    "Fn::Not",
                    "Fn::Or",
                    "Fn::Select",
                    "Fn::Split",
                    "Fn::Sub",
                    "Fn::Transform" -> "!" + call.function().substring("Fn::".length());
            default -> "";
        };
    }

    /** What stands after it: {@code A.B.C} for the attribute {@code B.C} of {@code A}. */
    static Node argument(CallNode call) {
        if (call.calls("Fn::GetAtt")
                && call.argument() instanceof ListNode list
                && list.items().size() == 2
                && list.items().get(0) instanceof TextNode id
                && list.items().get(1) instanceof TextNode attribute
                && !id.value().isEmpty()
                && id.value().indexOf('.') < 0) {
            return TextNode.of(id.value() + "." + attribute.value());
        }
        return call.argument();
    }
}
