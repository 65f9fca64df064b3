package dev.stowage.schema.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that tables are read from: one that ships with Stowage, and one of a user's own that goes over it. */
final class TableFile {

    private TableFile() {}

    /** The text of a file that ships with Stowage. */
    static String shipped(String name) {
        try (var in = TableFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar of Stowage is incomplete: " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the file that a system property names; empty where it names none. */
    static String further(String property) {
        var file = System.getProperty(property);
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("`" + file + "`, which " + property + " names, cannot be read.", e);
        }
    }

    /** The rows of a text: all lines but comments, empty ones, and the head. */
    static List<String> rows(String text, String head) {
        var rows = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            if (!line.isBlank() && line.charAt(0) != '#' && !line.startsWith(head)) {
                rows.add(line.trim());
            }
        }
        return rows;
    }
}
