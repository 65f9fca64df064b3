package dev.stowage.schema.generate.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Trims the unpacked npm package {@code @aws-cdk/aws-service-spec} down to {@code facts-core.txt} and {@code
 * facts-rest.txt}: names, types, what is required, allowed values, replacement, references. Its documentation text
 * stays behind.
 */
public final class TrimFacts {

    private final JsonNode manifest;
    private final JsonNode schema;
    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private TrimFacts(JsonNode manifest, JsonNode schema) {
        this.manifest = manifest;
        this.schema = schema;
        for (var definition : schema.path("typeDefinition").path("entities")) {
            definitions.put(definition.path("$id").asText(), definition);
        }
    }

    /**
     * Writes both files.
     *
     * @param args the folder of the unpacked package, the list of types that are core, the folder to write to, and the
     *     day that the files shall name
     */
    public static void main(String[] args) throws IOException {
        var trim = read(Path.of(args[0]));
        var core = new TreeSet<>(Files.readAllLines(Path.of(args[1])));
        var blocks = trim.blocks();
        var rest = new TreeMap<>(blocks);
        rest.keySet().removeAll(core);
        blocks.keySet().retainAll(core);
        if (blocks.size() < core.size()) {
            core.removeAll(blocks.keySet());
            throw new IllegalArgumentException("The package has no facts about " + core + ".");
        }
        var target = Path.of(args[2]);
        Files.writeString(target.resolve("facts-core.txt"), trim.text(args[3], blocks), StandardCharsets.US_ASCII);
        Files.writeString(target.resolve("facts-rest.txt"), trim.text(args[3], rest), StandardCharsets.US_ASCII);
    }

    private static TrimFacts read(Path folder) throws IOException {
        var mapper = new ObjectMapper();
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("db.json.gz")))) {
            var manifest = mapper.readTree(folder.resolve("package.json").toFile());
            return new TrimFacts(manifest, mapper.readTree(in).path("schema"));
        }
    }

    private String text(String day, Map<String, String> blocks) {
        return "# What is known of CloudFormation resource types; `mvn -Pfacts` writes this file.\n"
                + "# source: npm " + manifest.path("name").asText() + " "
                + manifest.path("version").asText() + "\n"
                + "# licence: " + manifest.path("license").asText() + "\n"
                + "# date: " + day + "\n"
                + "# types: " + blocks.size() + "\n"
                + String.join("", blocks.values());
    }

    private TreeMap<String, String> blocks() {
        var blocks = new TreeMap<String, String>();
        for (var resource : schema.path("resource").path("entities")) {
            blocks.put(resource.path("cloudFormationType").asText(), new TypeBlock(resource, definitions).text());
        }
        return blocks;
    }
}
