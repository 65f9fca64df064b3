package dev.stowage.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of programs that stand beside this class: columns between bars, and comments that begin with a hash. */
final class Rows {

    private Rows() {}

    /** The rows of a table, each cut into its columns. */
    static List<String[]> of(String file) {
        var rows = new ArrayList<String[]>();
        for (var row : text(file).split("\n")) {
            if (!row.isBlank() && !row.startsWith("#")) {
                rows.add(row.split(" \\| "));
            }
        }
        return rows;
    }

    /** A whole file as it is. */
    static String text(String file) {
        try (var in = Rows.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
