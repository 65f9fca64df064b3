package dev.stowage.schema.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The facts about many resource types, sorted by type, as text. Sorted text is its own index: a type is found by
 * halving, and only what is asked for is parsed. A file is opened with the first question.
 */
final class FactText {

    private final String file;
    private final AtomicReference<@Nullable String> text;

    private FactText(String file, @Nullable String text) {
        this.file = file;
        this.text = new AtomicReference<>(text);
    }

    /** Facts that are at hand. */
    static FactText of(String text) {
        return new FactText("", text);
    }

    /** Facts that ship with this package, under this name. */
    static FactText file(String name) {
        return new FactText(name, null);
    }

    /** The lines of a resource type, each with its line end. */
    Optional<String> block(String type) {
        var all = text();
        var low = 0;
        var high = all.length();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var start = headline(all, middle);
            var order = start < high ? word(all, start).compareTo(type) : 1;
            if (order == 0) {
                return Optional.of(all.substring(start, headline(all, start + 1)));
            } else if (order < 0) {
                low = start + 1;
            } else {
                high = middle;
            }
        }
        return Optional.empty();
    }

    /** The names of all types, sorted. */
    List<String> types() {
        var all = text();
        var names = new ArrayList<String>();
        for (var start = headline(all, 0); start < all.length(); start = headline(all, start + 1)) {
            names.add(word(all, start));
        }
        return names;
    }

    /** Where the first headline of a type begins, from this position on; the end of the text if there is none. */
    private static int headline(String all, int from) {
        var start = from == 0 ? 0 : all.indexOf('\n', from - 1) + 1;
        while (start < all.length() && (all.charAt(start) == ' ' || all.charAt(start) == '#')) {
            start = all.indexOf('\n', start) + 1;
        }
        return start;
    }

    private static String word(String all, int start) {
        var end = start;
        while (all.charAt(end) != ' ' && all.charAt(end) != '\n') {
            end++;
        }
        return all.substring(start, end);
    }

    private String text() {
        var known = text.get();
        if (known == null) {
            known = read();
            text.set(known);
        }
        return known;
    }

    private String read() {
        try (var in = FactText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("`" + file + "` is missing beside " + FactText.class.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
