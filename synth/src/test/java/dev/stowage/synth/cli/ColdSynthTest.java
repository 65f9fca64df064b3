package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program as a process of its own: what a cold JVM loads for it, and how it ends. */
class ColdSynthTest {

    @TempDir
    private Path folder;

    @Test
    void loadsNoFormNoReaderAndNoHelpWhereNothingIsWrong() throws Exception {
        var process = started("-Xlog:class+load:file=" + folder.resolve("classes.txt"), Shop.class.getName());

        assertThat(process.waitFor()).isZero();
        assertThat(loaded())
                .contains("dev.stowage.synth.cli.SynthCommand")
                .noneMatch(name -> name.startsWith("dev.stowage.schema.diagnostic.format."))
                .noneMatch(name -> name.startsWith("org.snakeyaml."))
                .noneMatch(name -> name.startsWith("dev.stowage.synth.cli.") && name.contains("$$Lambda"))
                .doesNotContain(
                        "dev.stowage.synth.cli.Faults",
                        "dev.stowage.synth.cli.Help",
                        "dev.stowage.synth.cli.Stop",
                        "dev.stowage.synth.read.ModelReader",
                        "java.util.Formatter",
                        "java.util.regex.Pattern$CharPredicate");
    }

    @Test
    void returnsToTheProgramWhereAllIsFine() throws Exception {
        var process = started(Shop.class.getName(), "--quiet");

        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("cdk.out/shop.template.json")).exists();
    }

    @Test
    void endsTheProcessWithTheCode() throws Exception {
        assertThat(started(Shop.class.getName(), "chekc").waitFor()).isEqualTo(2);
        assertThat(started(Shop.class.getName(), "check", "gone.json").waitFor())
                .isEqualTo(3);
    }

    private Process started(String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"));
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "CDK_OUTDIR", "STOWAGE_DEBUG"));
        return builder.directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The names of the classes in a log whose lines read {@code [0.1s][info][class,load] name source: place}. */
    private List<String> loaded() throws IOException {
        return Files.readAllLines(folder.resolve("classes.txt")).stream()
                .map(line -> line.substring(line.lastIndexOf("] ") + 2).split(" ")[0])
                .toList();
    }
}
