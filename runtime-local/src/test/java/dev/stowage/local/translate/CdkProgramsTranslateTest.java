package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stowage.local.stack.LocalStack;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the AWS CDK makes of programs with its own ECS constructs, those of the synth module's tests, is translated: nothing
 * stops it but what a user has to give. Needs {@code STOWAGE_CDK_LIB}, as those tests do.
 */
class CdkProgramsTranslateTest {

    private static final Path PROGRAMS = Path.of("../synth/src/test/cdk/programs.js");

    /** What a user has to give, and what has no local form. */
    private static final Set<String> ASKED_OF_THE_USER =
            Set.of("LOCAL-VALUE", "LOCAL-SECRET", "LOCAL-CLB", "LOCAL-GPU", "LOCAL-WINDOWS", "LOCAL-VOLUME");

    @TempDir
    static Path out;

    @BeforeAll
    static void synthesize() throws Exception {
        if (System.getenv("STOWAGE_CDK_LIB") == null) {
            var advice =
                    "no STOWAGE_CDK_LIB: npm install aws-cdk-lib constructs, and name the folder above node_modules";
            if (Boolean.getBoolean("stowage.ci")) {
                fail(advice);
            }
            assumeTrue(false, advice);
        }
        var process = new ProcessBuilder("node", PROGRAMS.toString(), out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
        assertThat(process.start().waitFor()).isZero();
    }

    @Test
    void nothingStopsAProgramButWhatAUserHasToGive() throws IOException {
        for (var program : programs()) {
            var translation = translate(program);

            assertThat(translation.report().findings())
                    .as(program.getFileName().toString())
                    .filteredOn(one -> one.severity() == Severity.ERROR)
                    .filteredOn(one -> !ASKED_OF_THE_USER.contains(one.rule().value()))
                    .extracting(Diagnostic::message)
                    .isEmpty();
        }
    }

    @Test
    void imagesOfAssetsAreBuiltHereUnderTheNameThatContainersRun() throws IOException {
        var built = 0;
        for (var program : programs()) {
            var stack = translate(program).stack();
            for (var build : stack.map(LocalStack::builds).orElse(List.of())) {
                built++;
                assertThat(Path.of(build.folder())).isDirectory();
                assertThat(images(stack.orElseThrow())).contains(build.tag());
            }
        }
        assertThat(built).isPositive();
    }

    @Test
    void servicesOfNestedStacksFindTheirCluster() {
        var stack = translate(out.resolve("nested")).stack().orElseThrow();

        assertThat(stack.services()).hasSize(1);
        assertThat(stack.clusters())
                .extracting(one -> one.name())
                .containsExactly(stack.services().get(0).cluster());
        assertThat(stack.name()).doesNotContain("+");
    }

    private static List<String> images(LocalStack stack) {
        return stack.tasks().stream()
                .flatMap(task -> task.containers().stream())
                .map(container -> container.image())
                .toList();
    }

    private static Translation translate(Path program) {
        return Translator.translate(ModelReader.open(program), Translated.PLAIN, Translated.MACHINE);
    }

    private static List<Path> programs() throws IOException {
        try (var folders = Files.list(out)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("manifest.json")))
                    .sorted()
                    .toList();
        }
    }
}
