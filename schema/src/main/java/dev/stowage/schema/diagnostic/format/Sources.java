package dev.stowage.schema.diagnostic.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of files in which findings were written; each file is read once. */
final class Sources {

    /** No source that somebody writes by hand is larger; in bytes. */
    private static final long LARGEST = 8L << 20;

    private final Map<Path, List<String>> read = new HashMap<>();

    /** This line of a file, counted from 1; empty where the file is not there, too large, or shorter. */
    Optional<String> line(Path file, int line) {
        var lines = read.computeIfAbsent(file, Sources::lines);
        return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(lines.get(line - 1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? read(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What is no UTF-8 is read all the same: a report never fails for want of a line. */
    private static List<String> read(Path file) throws IOException {
        var lines = new ArrayList<String>();
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
