package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.List;

/** A list of counted things in words: {@code 3 services, 1 load balancer}. */
final class Tally {

    private final List<String> parts = new ArrayList<>();

    /** Adds so many things of this name; none adds nothing. */
    void add(int count, String noun) {
        if (count > 0) {
            parts.add(counted(count, noun));
        }
    }

    /** Adds words that count already. */
    void add(String part) {
        parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The list on one line. */
    String text() {
        return String.join(", ", parts);
    }

    /** The list on lines that end before this column; all but the first begin with so many blanks. */
    String wrapped(int indent, int width) {
        var text = new StringBuilder();
        var column = indent;
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i) + (i + 1 < parts.size() ? "," : "");
            if (i > 0 && column + 1 + part.length() > width) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
            } else if (i > 0) {
                text.append(' ');
                column++;
            }
            text.append(part);
            column += part.length();
        }
        return text.toString();
    }

    /** So many things of this name, such as {@code 2 policies}. */
    static String counted(int count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") ? noun + "es" : noun + "s";
    }
}
