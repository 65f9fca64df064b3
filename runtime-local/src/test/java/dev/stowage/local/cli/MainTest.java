package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar's main class as a process: what a shell and CI see of it. */
class MainTest {

    private static final String REFUSED = "{\n  \"Resources\": []\n}\n";

    @TempDir
    private Path folder;

    @Test
    void endsWithZeroWhereAllIsFine() throws Exception {
        var process = started("--version");

        assertThat(process.waitFor()).isZero();
        assertThat(text(process)).hasLineCount(1);
    }

    @Test
    void endsWithOneWhereAwsRefuses() throws Exception {
        Files.writeString(folder.resolve("refused.json"), REFUSED);
        var process = started("check", "--plain", "refused.json");

        assertThat(process.waitFor()).isOne();
        assertThat(text(process)).startsWith("refused.json:2:3: ERROR ").hasLineCount(1);
    }

    @Test
    void endsWithTwoWhereItIsAskedForWhatThereIsNot() throws Exception {
        var process = started("chekc");

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(complaints(process)).contains("Did you mean `check`?").hasLineCount(1);
    }

    @Test
    void endsWithThreeWhereAFileIsMissing() throws Exception {
        var process = started("check", "gone.json");

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(complaints(process)).startsWith("gone.json:1:1: ").hasLineCount(1);
    }

    /** As with {@code stowage.jar help | head -1}, where the reader goes before the writer has done. */
    @Test
    void keepsQuietWhereNobodyReadsOn() throws Exception {
        Files.writeString(folder.resolve("refused.json"), REFUSED);
        var words = new ArrayList<>(List.of("check"));
        for (var i = 0; i < 500; i++) {
            words.add("refused.json");
        }
        var process = started(words.toArray(new String[0]));
        process.getInputStream().close();

        assertThat(complaints(process)).isEmpty();
        assertThat(process.waitFor()).isOne();
    }

    /** As on a disk that is full, where a template that is not whole must not pass for one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void endsWithThreeWhereTheOutputIsNotWhole() throws Exception {
        var process = builder("help").redirectOutput(new File("/dev/full")).start();

        assertThat(complaints(process)).startsWith("The output is not whole: ").hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private Process started(String... words) throws IOException {
        return builder(words).start();
    }

    private ProcessBuilder builder(String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String complaints(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
