package dev.stowage.synth.write;

import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.Locale;

/**
 * How a word or a text is written so that every reader of YAML, of version 1.1 or 1.2, takes it for what it is: bare if it
 * begins like a word and means nothing else, as a block if it has several lines and no blanks that nobody sees, in single
 * quotes if it is plain to read, and else as JSON writes it.
 */
final class YamlText {

    private YamlText() {}

    /** A node without nodes below it; the lines of a block are indented so far. */
    static String of(Node node, int level) {
        if (node instanceof TextNode string) {
            return isBlock(string.value()) ? block(string.value(), level) : line(string.value());
        }
        if (node instanceof NumberNode number) {
            return number(number.digits());
        }
        if (node instanceof FlagNode flag) {
            return String.valueOf(flag.value());
        }
        if (node instanceof ObjectNode) {
            return "{}";
        }
        return node instanceof ListNode ? "[]" : "null";
    }

    /** Text on one line. */
    static String line(String value) {
        if (isBare(value)) {
            return value;
        }
        return isReadable(value) ? "'" + value.replace("'", "''") + "'" : quoted(value);
    }

    /** YAML 1.1 asks for a point and a sign in a number with an exponent, or for its kind. */
    private static String number(String digits) {
        return digits.indexOf('e') < 0 && digits.indexOf('E') < 0 ? digits : "!!float " + digits;
    }

    private static boolean isBare(String value) {
        return !value.isEmpty()
                && isReadable(value)
                && (Character.isLetter(value.charAt(0)) || "/_$".indexOf(value.charAt(0)) >= 0)
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":")
                && !value.endsWith(" ")
                && !isWord(value);
    }

    /** Whether some version of YAML takes the word for a boolean or for nothing. */
    private static boolean isWord(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "y", "n", "yes", "no", "on", "off", "true", "false", "null" -> true;
            default -> false;
        };
    }

    private static boolean isReadable(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (!isReadable(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(char c) {
        return c >= ' ' && (c < 127 || Character.isLetterOrDigit(c)) && !Character.isSurrogate(c);
    }

    /** A block keeps no more than one line break at its end, and its first line says how far it is indented. */
    private static boolean isBlock(String value) {
        if (value.indexOf('\n') <= 0 || value.charAt(0) == ' ' || value.endsWith("\n\n")) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var endsLine = i + 1 == value.length() || value.charAt(i + 1) == '\n';
            if (c != '\n' && (!isReadable(c) || (c == ' ' && endsLine))) {
                return false;
            }
        }
        return true;
    }

    private static String block(String value, int level) {
        var block = new StringBuilder(value.endsWith("\n") ? "|" : "|-");
        var end = value.endsWith("\n") ? value.length() - 1 : value.length();
        for (var begin = 0; begin <= end; ) {
            var next = value.indexOf('\n', begin);
            var stop = next < 0 || next > end ? end : next;
            block.append('\n');
            if (stop > begin) {
                block.append("  ".repeat(Math.max(1, level))).append(value, begin, stop);
            }
            begin = stop + 1;
        }
        return block.toString();
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder(value.length() + 16).append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isReadable(c) || (Character.isSurrogate(c) && JsonWriter.isPaired(value, i))) {
                        quoted.append(c);
                    } else {
                        JsonWriter.unicode(c, quoted);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
