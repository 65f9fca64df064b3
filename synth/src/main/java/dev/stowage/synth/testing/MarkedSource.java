package dev.stowage.synth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A source file, and the rules that its comments name. */
final class MarkedSource {

    private static final String MARK = "// ! ";

    private final List<String> expected = new ArrayList<>();
    private final Set<String> rules = new TreeSet<>();

    private MarkedSource(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The source of a fixture is wanted at " + file + ".", unreadable);
        }
        for (var i = 0; i < lines.size(); i++) {
            var mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) {
                add(file.getFileName() + ":" + (i + 1), lines.get(i).substring(mark + MARK.length()));
            }
        }
    }

    /** The source of a class, or of the class around it. */
    static MarkedSource of(Class<?> type, Path sources) {
        var outermost = type;
        for (var around = type.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
            outermost = around;
        }
        return new MarkedSource(sources.resolve(outermost.getName().replace('.', '/') + ".java"));
    }

    private void add(String place, String names) {
        var from = 0;
        while (from < names.length()) {
            var comma = names.indexOf(',', from);
            var to = comma < 0 ? names.length() : comma;
            var rule = names.substring(from, to).trim();
            expected.add(place + " " + rule);
            rules.add(rule);
            from = to + 1;
        }
    }

    /** Each expected finding, as {@code Shop.java:74 rule}. */
    List<String> expected() {
        return expected;
    }

    Set<String> rules() {
        return rules;
    }
}
