package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same stack, around tests in two JVMs at once, and in one that is stopped. */
class TwoJvmsTest {

    @RegisterExtension
    static final Busybox image = new Busybox();

    @TempDir
    Path state;

    @BeforeEach
    void needsDocker() throws Exception {
        var required = Boolean.getBoolean("stowage.local.required") || Boolean.getBoolean("stowage.ci");
        Assumptions.assumeTrue(required || !docker("version").isEmpty(), "no Docker engine answers");
    }

    @Test
    void bothAnswerOneGoesOnWithoutTheOtherAndBothLeaveNothing() throws Exception {
        var variables = Map.of("XDG_STATE_HOME", state.toString());
        try (var one = OtherJvm.start(List.of(), variables);
                var other = OtherJvm.start(List.of(), variables)) {
            assertThat(one.outcome()).isEqualTo("answered: one");
            assertThat(other.outcome()).isEqualTo("answered: one");
            var runs = runs();
            assertThat(runs).hasSize(2).allSatisfy(run -> assertThat(left(run)).isNotEmpty());

            one.end();
            other.again();
            assertThat(other.outcome())
                    .isEqualTo("answered: one, \"Family\":\"one-word-TellingTaskDefinition\", found by name");
            other.end();
            assertThat(runs()).isEmpty();
            assertThat(runs).allSatisfy(run -> assertThat(left(run)).isEmpty());
        }
    }

    @Test
    void oneThatIsToldToEndLeavesNothing() throws Exception {
        try (var one = OtherJvm.start(List.of(), Map.of("XDG_STATE_HOME", state.toString()))) {
            assertThat(one.outcome()).isEqualTo("answered: one");
            var runs = runs();
            assertThat(runs).hasSize(1);

            one.terminate();
            assertThat(runs()).isEmpty();
            assertThat(left(runs.get(0))).isEmpty();
        }
    }

    private List<String> runs() throws IOException {
        try (var folders = Files.list(state.resolve("stowage/runs"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The containers, networks and volumes of a run. */
    private static String left(String run) throws IOException, InterruptedException {
        var those = " --filter label=dev.stowage.run=" + run;
        return docker("ps -aq" + those) + docker("network ls -q" + those) + docker("volume ls -q" + those);
    }

    /** What it prints; nothing where it fails or is not installed. */
    private static String docker(String words) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", "docker " + words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "";
    }
}
