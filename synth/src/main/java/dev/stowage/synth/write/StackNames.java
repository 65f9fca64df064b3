package dev.stowage.synth.write;

import dev.stowage.schema.graph.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What the stacks of a model are called in an assembly: by their own names, without signs that have a meaning in paths. Two
 * stacks of one name, such as one in each of two Regions, are told apart by a number; so are names that differ in case only,
 * as some file systems take them for one.
 */
final class StackNames {

    private StackNames() {}

    /** One name for each template, in the same order. */
    static List<String> of(List<Template> templates) {
        var names = new ArrayList<String>(templates.size());
        var taken = new HashSet<String>();
        for (var template : templates) {
            var plain = plain(template.stack());
            var name = plain;
            for (var number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = plain + "-" + number;
            }
            names.add(name);
        }
        return names;
    }

    private static String plain(String stack) {
        var plain = new StringBuilder(stack.length());
        for (var i = 0; i < stack.length(); i++) {
            var c = stack.charAt(i);
            plain.append(c < 128 && (Character.isLetterOrDigit(c) || c == '_') ? c : '-');
        }
        return plain.length() == 0 ? "stack" : plain.toString();
    }
}
