package dev.stowage.synth.read;

import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;

/** The short forms of functions, such as {@code !Ref} and {@code !GetAtt}, as the objects that they are short for. */
final class ShortForms {

    private ShortForms() {}

    /** Whether a tag is the short form of a function; those of YAML itself have a longer name, or none. */
    static boolean isFunction(String tag) {
        return tag.length() > 1 && tag.charAt(0) == '!';
    }

    /** The object that stands there and that JSON would have for a tag before an argument. */
    static ObjectNode call(String tag, Node argument, Written at) {
        var function = function(tag.substring(1));
        var given = function.equals("Fn::GetAtt") && argument instanceof TextNode path ? attribute(path) : argument;
        return ObjectNode.of(function, given).at(at);
    }

    /** A directive of the preprocessor Rain has a name of its own. */
    private static String function(String name) {
        return switch (name) {
            case "Ref", "Condition" -> name;
            default -> name.startsWith("Rain::") || name.startsWith("Fn::") ? name : "Fn::" + name;
        };
    }

    /** {@code A.B.C} is the attribute {@code B.C} of {@code A}. */
    private static Node attribute(TextNode path) {
        var dot = path.value().indexOf('.');
        if (dot <= 0) {
            return path;
        }
        return ListNode.of(
                        TextNode.of(path.value().substring(0, dot)).at(path.at()),
                        TextNode.of(path.value().substring(dot + 1)).at(path.at()))
                .at(path.at());
    }
}
