package dev.stowage.schema.conformance;

import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strings, numbers and flags as CloudFormation converts them: {@code "80"} is a whole number, {@code 80} is a string.
 */
final class Scalars {

    private Scalars() {}

    /** Whether the node can be had as this; free JSON takes anything. */
    static boolean fits(Plain wanted, Node node) {
        if (wanted == Plain.JSON) {
            return true;
        }
        var text = text(node);
        if (text == null || wanted == Plain.TAG) {
            return false;
        }
        if (wanted == Plain.BOOLEAN) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        }
        if (wanted == Plain.INTEGER) {
            return isWhole(text);
        }
        return wanted != Plain.NUMBER || isNumber(text);
    }

    /** Whether the node is one of these values; where there are none, everything is. */
    static boolean isAmong(List<String> values, Node node) {
        return values.isEmpty() || values.contains(text(node));
    }

    /** A scalar as CloudFormation would write it into a string; null for what is no scalar. */
    static @Nullable String text(Node node) {
        if (node instanceof TextNode text) {
            return text.value();
        }
        if (node instanceof NumberNode number) {
            return number.digits();
        }
        return node instanceof FlagNode flag ? String.valueOf(flag.value()) : null;
    }

    private static boolean isWhole(String text) {
        var digits = text.trim();
        for (var i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return isNumber(digits) && Double.parseDouble(digits) == Math.rint(Double.parseDouble(digits));
            }
        }
        return !digits.isEmpty();
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
