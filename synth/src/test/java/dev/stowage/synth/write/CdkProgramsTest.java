package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the AWS CDK makes of programs with its own ECS constructs, {@code src/test/cdk/programs.js}, is read without loss and
 * without a false alarm. The library is looked for below the folder that {@code STOWAGE_CDK_LIB} names; without it these
 * tests are skipped, except where {@code -Dstowage.ci=true} says that it has to be there. Nothing leaves the machine.
 */
class CdkProgramsTest {

    private static final int FEWEST = 30;

    @TempDir
    static Path out;

    @BeforeAll
    static void synthesize() throws Exception {
        var library = System.getenv("STOWAGE_CDK_LIB");
        if (library == null) {
            var advice =
                    "no STOWAGE_CDK_LIB: npm install aws-cdk-lib constructs, and name the folder above node_modules";
            if (Boolean.getBoolean("stowage.ci")) {
                fail(advice);
            }
            assumeTrue(false, advice);
        }
        var log = out.resolveSibling(out.getFileName() + ".log");
        var process = new ProcessBuilder("node", "src/test/cdk/programs.js", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
        assertThat(process.start().waitFor()).as(() -> text(log)).isZero();
        Files.delete(log);
    }

    @Test
    void findsNoErrorInAnyProgram() throws IOException {
        var programs = programs();

        assertThat(programs).hasSizeGreaterThanOrEqualTo(FEWEST);
        for (var program : programs) {
            assertThat(Checker.check(ModelReader.open(program)).findings())
                    .as(program.getFileName().toString())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .extracting(Diagnostic::toString)
                    .isEmpty();
        }
    }

    @Test
    void losesNothingOfAnyTemplate() throws IOException {
        for (var file : templates()) {
            var template = ModelReader.open(file).templates().get(0);
            var yaml = YamlWriter.template(template);

            assertThat(PlainJson.of(JsonWriter.template(template)))
                    .as(file.toString())
                    .isEqualTo(PlainJson.of(Files.readAllBytes(file)));
            assertThat(ModelReader.template(file.toString().replace(".json", ".yaml"), yaml)
                            .templates()
                            .get(0))
                    .as(file.toString())
                    .isEqualTo(template);
        }
    }

    @Test
    void writesEveryAssemblyAgain(@TempDir Path copies) throws IOException {
        for (var program : programs()) {
            var model = ModelReader.open(program);
            var copy = copies.resolve(program.getFileName());
            CloudAssembly.write(model, copy);
            var read = ModelReader.open(copy);

            assertThat(read.templates()).as(copy.toString()).containsExactlyInAnyOrderElementsOf(model.templates());
            assertThat(read.assets()).extracting(Asset::id).containsExactlyInAnyOrderElementsOf(ids(model));
        }
    }

    @Test
    void followsReferencesIntoNestedStacks() {
        var model = ModelReader.open(out.resolve("nested"));
        var services = ResourceGraph.of(model).all(EcsService.TYPE);

        assertThat(model.templates()).hasSize(3);
        assertThat(services).hasSize(1);
        assertThat(services.get(0).follow("Cluster")).isInstanceOf(Target.Held.class);
    }

    @Test
    void remembersWhichStackWaitsForWhich() {
        var model = ModelReader.open(out.resolve("severalStacks"));

        assertThat(model.templates()).extracting(Template::stack).containsExactly("Ground", "Top", "Later");
        assertThat(model.templates().get(2).after()).containsExactly("Top");
    }

    @Test
    void remembersImagesToBuild() {
        assertThat(ModelReader.open(out.resolve("assets")).assets())
                .filteredOn(asset -> asset instanceof ImageAsset)
                .singleElement()
                .satisfies(asset -> assertThat(((ImageAsset) asset).target()).isEqualTo("final"))
                .satisfies(asset ->
                        assertThat(Path.of(asset.source(), "Dockerfile")).exists());
    }

    private static List<String> ids(Model model) {
        return model.assets().stream().map(Asset::id).toList();
    }

    private static List<Path> programs() throws IOException {
        try (var folders = Files.list(out)) {
            return folders.sorted().toList();
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
