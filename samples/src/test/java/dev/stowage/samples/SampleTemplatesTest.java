package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Template;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.YamlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The templates of the main samples, as {@code samples/templates} shows them. Written anew with
 * {@code mvn test -pl samples -am -Dtest=SampleTemplatesTest -Dstowage.write=true}; the difference is what a change does to users.
 */
class SampleTemplatesTest {

    private static final Path FOLDER = Path.of("templates");

    private static final Map<String, Blueprint> SAMPLES = Map.of(
            "shop", new Shop(Shop.Stage.PROD),
            "three-stacks", new ThreeStacks(),
            "worker", new Worker(),
            "blue-green", new BlueGreen(),
            "code-deploy", new CodeDeployCanary(),
            "nightly", new Nightly());

    static Stream<String> samples() {
        return SAMPLES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesTheTemplatesThatAreShown(String sample) throws IOException {
        for (var template : Stowage.model(SAMPLES.get(sample)).templates()) {
            var text = new String(YamlWriter.template(template), StandardCharsets.UTF_8);
            var file = file(sample, template);
            if (Boolean.getBoolean("stowage.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file).hasContent(text);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hasNothingWrongInIt(String sample) {
        assertThat(Stowage.check(Stowage.model(SAMPLES.get(sample))).findings())
                .filteredOn(found -> found.severity().compareTo(Severity.WARNING) >= 0)
                .isEmpty();
    }

    private static Path file(String sample, Template template) {
        var stack = template.stack();
        return FOLDER.resolve((sample.equals(stack) ? stack : sample + "." + stack) + ".yaml");
    }
}
