package dev.stowage.local.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The JSON files that the {@code docker} command keeps in the home folder. */
final class DockerFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DockerFiles() {}

    /** The folder they lie in: {@code DOCKER_CONFIG}, or {@code .docker} at home. */
    static Path folder(Map<String, String> environment, Path home) {
        var said = environment.getOrDefault("DOCKER_CONFIG", "");
        return said.isEmpty() ? home.resolve(".docker") : Path.of(said);
    }

    /** A file as a tree; nothing where it is not there or not JSON, as the command does. */
    static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readString(file)) : MissingNode.getInstance();
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** The text at that path in a file. */
    static Optional<String> text(Path file, String... path) {
        var node = read(file);
        for (var step : path) {
            node = node.path(step);
        }
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }
}
