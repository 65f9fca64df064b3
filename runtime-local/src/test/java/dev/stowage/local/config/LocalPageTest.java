package dev.stowage.local.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runtime-local/LOCAL.md} shows files that are read as it says. */
class LocalPageTest {

    private static final String FENCE = "```";

    @TempDir
    private Path folder;

    @Test
    void theFilesOfThePageAreReadWithoutAFinding() throws IOException {
        Files.writeString(folder.resolve("local.yaml"), block(0));
        Files.writeString(folder.resolve("local.secrets.yaml"), block(1));
        Files.setPosixFilePermissions(
                folder.resolve("local.secrets.yaml"), PosixFilePermissions.fromString("rw-------"));

        var gathered = SettingsReader.read(folder, Map.of(), List.of(), List.of());

        assertThat(gathered.findings()).extracting(Diagnostic::message).isEmpty();
        assertThat(gathered.settings().local().replace()).containsOnlyKeys("Orders", "Sessions");
        assertThat(gathered.settings().secrets().secret("shop/database")).isPresent();
    }

    @Test
    void thePageNamesEveryWordThatAFileCanBeginWith() throws IOException {
        var schema = ModelReader.document(
                "schema.json", LocalSchema.text().getBytes(StandardCharsets.UTF_8), new ArrayList<>());
        var properties = ((ObjectNode) schema).object("properties");

        for (var i = 0; i < properties.size(); i++) {
            assertThat(page()).contains(properties.key(i));
        }
    }

    private static String block(int number) throws IOException {
        return page().split(FENCE, -1)[2 * number + 1].substring("yaml\n".length());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("LOCAL.md"));
    }
}
