package dev.stowage.local.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the names, ARNs and attributes of a resource type.
 *
 * @param nameProperty the property that gives the name; empty where none does
 * @param ref what {@code Ref} answers
 * @param arn the ARN
 * @param attributes what {@code Fn::GetAtt} answers
 */
record NamePatterns(String nameProperty, String ref, String arn, Map<String, String> attributes) {

    private static final Map<String, NamePatterns> ALL = read();

    /** Those of a type, or null. */
    static @Nullable NamePatterns of(String type) {
        return ALL.get(type);
    }

    private static Map<String, NamePatterns> read() {
        var all = new HashMap<String, NamePatterns>();
        for (var line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var cells = line.split("\\|", -1);
                all.put(cells[0], new NamePatterns(cells[1], cells[2], cells[3], attributes(cells[4])));
            }
        }
        return all;
    }

    private static Map<String, String> attributes(String cell) {
        var attributes = new HashMap<String, String>();
        for (var entry : cell.strip().split(";", -1)) {
            var sign = entry.indexOf('=');
            if (sign > 0) {
                attributes.put(entry.substring(0, sign), entry.substring(sign + 1));
            }
        }
        return attributes;
    }

    private static String text() {
        try (var stream = NamePatterns.class.getResourceAsStream("physical-names.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the jar of Stowage is incomplete: physical-names.txt is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
