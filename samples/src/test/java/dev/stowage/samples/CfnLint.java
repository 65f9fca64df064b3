package dev.stowage.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code cfn-lint}, as a second opinion on templates. */
final class CfnLint {

    private CfnLint() {}

    /** What it calls itself, such as {@code cfn-lint 1.51.0}; empty where the machine does not have it. */
    static String version() {
        try {
            return run(Path.of("."), List.of("--version")).strip();
        } catch (IOException absent) {
            return "";
        }
    }

    /** What it finds in the JSON templates of a folder. */
    static List<Finding> findings(Path folder) throws IOException {
        var words = new ArrayList<>(List.of("--format", "json"));
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(words::add);
        }
        var json = new ObjectMapper();
        var findings = new ArrayList<Finding>();
        for (var each : json.readTree(run(folder, words))) {
            var file = each.path("Filename").asText();
            findings.add(
                    Finding.of(each, file, json.readTree(folder.resolve(file).toFile())));
        }
        return findings;
    }

    /** What it prints; a file takes it, so that a full pipe holds nothing up. */
    private static String run(Path folder, List<String> words) throws IOException {
        var command = new ArrayList<>(List.of("cfn-lint"));
        command.addAll(words);
        var output = Files.createTempFile("cfn-lint", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
            return Files.readString(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(output);
        }
    }

    /**
     * One finding.
     *
     * @param rule its rule, such as {@code E3002}
     * @param type the type of the resource it is about; empty where it is about none
     * @param property the path below the resource, such as {@code Properties/Tags}, with a star for each position in a list and for the name of an output
     * @param message what it says
     * @param file the template
     */
    record Finding(String rule, String type, String property, String message, String file) {

        private static Finding of(JsonNode finding, String file, JsonNode template) {
            var path = finding.path("Location").path("Path");
            var isOfResource = path.path(0).asText().equals("Resources");
            var resource = template.path("Resources").path(path.path(1).asText());
            var steps = new ArrayList<String>();
            for (var i = isOfResource ? 2 : 0; i < path.size(); i++) {
                var isName = i == 1 && path.get(0).asText().equals("Outputs");
                steps.add(isName || path.get(i).isNumber() ? "*" : path.get(i).asText());
            }
            return new Finding(
                    finding.path("Rule").path("Id").asText(),
                    isOfResource ? resource.path("Type").asText() : "",
                    String.join("/", steps),
                    finding.path("Message").asText(),
                    file);
        }
    }
}
