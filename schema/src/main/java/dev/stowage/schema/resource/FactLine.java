package dev.stowage.schema.resource;

import dev.stowage.schema.resource.PropertyFact.Replacement;
import dev.stowage.schema.resource.PropertyFact.Target;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words of one line of the facts. A property is a name, a type, and then in this order {@code required}, {@code
 * replace} or {@code may-replace}, {@code ->Type.Property} for each target, and {@code =} with the allowed values,
 * split by bars, up to the end of the line.
 */
final class FactLine {

    private static final Plain[] PLAIN = Plain.values();

    private FactLine() {}

    static PropertyFact property(String line) {
        var afterName = line.indexOf(' ');
        var afterType = line.indexOf(' ', afterName + 1);
        var name = line.substring(0, afterName);
        if (afterType < 0) {
            var type = type(line.substring(afterName + 1));
            return new PropertyFact(name, type, false, List.of(), Replacement.NEVER, List.of());
        }
        return property(name, type(line.substring(afterName + 1, afterType)), line.substring(afterType + 1));
    }

    private static PropertyFact property(String name, PropertyType type, String words) {
        var isRequired = false;
        var replacement = Replacement.NEVER;
        var targets = new ArrayList<Target>(0);
        List<String> allowed = List.of();
        for (var from = 0; from < words.length(); ) {
            if (words.charAt(from) == '=') {
                allowed = split(words.substring(from + 1), '|');
                break;
            }
            var blank = words.indexOf(' ', from);
            var word = words.substring(from, blank < 0 ? words.length() : blank);
            switch (word) {
                case "required" -> isRequired = true;
                case "replace" -> replacement = Replacement.ALWAYS;
                case "may-replace" -> replacement = Replacement.SOMETIMES;
                default -> targets.add(target(word));
            }
            from += word.length() + 1;
        }
        return new PropertyFact(name, type, isRequired, allowed, replacement, List.copyOf(targets));
    }

    static PropertyType type(String text) {
        var choices = choices(text);
        if (choices.size() > 1) {
            var types = new ArrayList<PropertyType>(choices.size());
            for (var choice : choices) {
                types.add(type(choice));
            }
            return new AnyOf(List.copyOf(types));
        }
        return switch (text.charAt(0)) {
            case '[' -> new ListOf(type(text.substring(1, text.length() - 1)));
            case '{' -> new MapOf(type(text.substring(1, text.length() - 1)));
            case '#' -> new Nested(text.substring(1));
            default -> plain(text);
        };
    }

    static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return Collections.unmodifiableList(parts);
    }

    /** Splits at the bars that stand outside of all brackets. */
    private static List<String> choices(String text) {
        if (text.indexOf('|') < 0) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '[' || letter == '{') {
                depth++;
            } else if (letter == ']' || letter == '}') {
                depth--;
            } else if (letter == '|' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Plain plain(String word) {
        for (var each : PLAIN) {
            if (each.toString().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is no type that facts are written in.");
    }

    private static Target target(String word) {
        if (!word.startsWith("->") || word.indexOf('.') < 0) {
            throw new IllegalArgumentException("`" + word + "` is no word that facts are written in.");
        }
        var dot = word.indexOf('.');
        return new Target(word.substring(2, dot), word.substring(dot + 1));
    }
}
