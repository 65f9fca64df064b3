package dev.stowage.synth.read;

import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a word of YAML is. CloudFormation reads YAML 1.1, where {@code yes}, {@code no}, {@code on} and {@code off} are
 * booleans. Only what looks like a plain number of JSON is one: an account with a zero in front, a date, {@code 0x1F},
 * {@code 1e3} and the {@code 22:22} of a port mapping are text.
 */
final class YamlScalars {

    private static final String CORE = "tag:yaml.org,2002:";

    private YamlScalars() {}

    /** The node of a word with this tag, empty for none; a tag that JSON has no kind for makes it text, that of bytes as base64. */
    static Node of(ScalarEvent scalar, String tag, Written at) {
        var word = scalar.getValue();
        return switch (kind(scalar, tag)) {
            case "plain", "bool", "null" -> plain(word, at);
            case "binary" -> TextNode.of(withoutBlanks(word)).at(at);
            case "int", "float" ->
                isNumber(word, true)
                        ? NumberNode.of(word).at(at)
                        : TextNode.of(word).at(at);
            default -> TextNode.of(word).at(at);
        };
    }

    /** Whether this is a tag of YAML that CloudFormation does not take. */
    static boolean isUnsupported(String tag) {
        return switch (tag.startsWith(CORE) ? tag.substring(CORE.length()) : "") {
            case "binary", "omap", "pairs", "set", "timestamp" -> true;
            default -> false;
        };
    }

    /** Blanks and ends of lines among the letters of base64 mean nothing. */
    private static String withoutBlanks(String word) {
        var text = new StringBuilder(word.length());
        for (var i = 0; i < word.length(); i++) {
            if (!Character.isWhitespace(word.charAt(i))) {
                text.append(word.charAt(i));
            }
        }
        return text.toString();
    }

    private static String kind(ScalarEvent scalar, String tag) {
        if (tag.isEmpty()) {
            return scalar.isPlain() ? "plain" : "str";
        }
        return tag.startsWith(CORE) ? tag.substring(CORE.length()) : "str";
    }

    private static Node plain(String word, Written at) {
        return switch (word) {
            case "", "~", "null", "Null", "NULL" -> NullNode.of(at);
            case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" ->
                FlagNode.of(true).at(at);
            case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" ->
                FlagNode.of(false).at(at);
            default ->
                isNumber(word, false)
                        ? NumberNode.of(word).at(at)
                        : TextNode.of(word).at(at);
        };
    }

    /** Whether JSON reads the word as a number, with an exponent or without. */
    private static boolean isNumber(String word, boolean mayHaveExponent) {
        var begin = word.startsWith("-") ? 1 : 0;
        var at = digits(word, begin);
        if (at == begin || (at > begin + 1 && word.charAt(begin) == '0')) {
            return false;
        }
        if (at < word.length() && word.charAt(at) == '.') {
            var fraction = at + 1;
            at = digits(word, fraction);
            if (at == fraction) {
                return false;
            }
        }
        return at == word.length() || (mayHaveExponent && isExponent(word, at));
    }

    private static boolean isExponent(String word, int at) {
        if (word.charAt(at) != 'e' && word.charAt(at) != 'E') {
            return false;
        }
        var hasSign = at + 1 < word.length() && (word.charAt(at + 1) == '-' || word.charAt(at + 1) == '+');
        var begin = hasSign ? at + 2 : at + 1;
        return begin < word.length() && digits(word, begin) == word.length();
    }

    /** Where the digits end that begin here. */
    private static int digits(String word, int begin) {
        var at = begin;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
