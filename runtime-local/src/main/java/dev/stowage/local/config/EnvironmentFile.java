package dev.stowage.local.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An environment file as the ECS agent reads it: a line is a name, an equals sign and a value, taken as they stand; lines that
 * begin with {@code #}, that have no equals sign, or no name, say nothing.
 */
public final class EnvironmentFile {

    private EnvironmentFile() {}

    /** The variables of that file; one sentence to the listener where it cannot be read. */
    public static Map<String, String> read(String path, Consumer<String> problem) {
        try {
            return parse(Files.readString(Path.of(path), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            problem.accept("Environment file `" + path + "` cannot be read.");
            return Map.of();
        }
    }

    /** The variables of this text. */
    static Map<String, String> parse(String text) {
        var variables = new LinkedHashMap<String, String>();
        for (var line : text.lines().toList()) {
            var sign = line.indexOf('=');
            if (!line.startsWith("#") && sign > 0) {
                variables.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return variables;
    }
}
