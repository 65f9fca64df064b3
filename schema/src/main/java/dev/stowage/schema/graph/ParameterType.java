package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the declaration of a parameter tells of its value. */
final class ParameterType {

    private ParameterType() {}

    /**
     * Whether what is written as the value is the value: not so for hidden ones, for those that name an SSM parameter, and
     * for those whose type is something of AWS.
     */
    static boolean isReadable(ObjectNode declaration) {
        return !isHidden(declaration) && (isScalar(declaration) || isList(declaration));
    }

    /** Whether the value is one string or number, so that {@code AllowedValues} lists what a {@code Ref} can give. */
    static boolean isScalar(ObjectNode declaration) {
        var type = declaration.text("Type").orElse("String");
        return type.equals("String") || type.equals("Number");
    }

    private static boolean isList(ObjectNode declaration) {
        var type = declaration.text("Type").orElse("");
        return type.equals("CommaDelimitedList") || type.equals("List<Number>") || type.equals("List<String>");
    }

    private static boolean isHidden(ObjectNode declaration) {
        var noEcho = declaration.peek("NoEcho");
        return noEcho != null && !(noEcho instanceof FlagNode flag && !flag.value());
    }

    /** The only values that a {@code Ref} can give; empty for any. */
    static List<String> allowed(@Nullable ObjectNode declaration) {
        var allowed = new ArrayList<String>();
        if (declaration != null && isScalar(declaration)) {
            for (var value : declaration.list("AllowedValues").items()) {
                var text = Outcome.known(value).text();
                if (text != null && !allowed.contains(text)) {
                    allowed.add(text);
                }
            }
        }
        return allowed;
    }

    /**
     * Whether a parameter takes this value for sure. Patterns and bounds are not worked out: where there are any, only the
     * default is sure to pass them, and a type of AWS takes only what exists.
     */
    static boolean surelyAccepts(ObjectNode declaration, String value) {
        var isFree = !declaration.text("Type").orElse("String").startsWith("AWS::EC2")
                && !declaration.has("AllowedPattern")
                && !declaration.has("MinLength")
                && !declaration.has("MaxLength")
                && !declaration.has("MinValue")
                && !declaration.has("MaxValue");
        var standard = declaration.peek("Default");
        return isFree
                || (standard != null && value.equals(Outcome.known(standard).text()));
    }

    /** What a {@code Ref} gives when this is the value: for a list, its items without the blanks around them. */
    static Node value(ObjectNode declaration, Node written) {
        var text = Outcome.known(written).text();
        return text != null && isList(declaration) ? list(text, ",", true) : written;
    }

    /** The strings between the delimiters. */
    static ListNode list(String text, String delimiter) {
        return list(text, delimiter, false);
    }

    private static ListNode list(String text, String delimiter, boolean isTrimmed) {
        var items = new ArrayList<Node>();
        var from = 0;
        while (from <= text.length()) {
            var next = text.indexOf(delimiter, from);
            var to = next < 0 ? text.length() : next;
            var item = text.substring(from, to);
            items.add(TextNode.of(isTrimmed ? item.trim() : item));
            from = next < 0 ? text.length() + 1 : to + delimiter.length();
        }
        return ListNode.of(items);
    }
}
