package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with every command, as it lies in {@code runtime-local/target} after the phase {@code package}. */
class StowageJarTest {

    private static final Path JAR =
            Path.of("../runtime-local/target/stowage.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @BeforeAll
    static void isThere() {
        if (Boolean.getBoolean("stowage.ci")) {
            assertThat(JAR).isRegularFile();
        }
        assumeTrue(Files.isRegularFile(JAR), "there is no stowage.jar before the phase package: mvn verify");
    }

    @Test
    void namesEveryCommand() throws Exception {
        assertThat(run("help")).contains("synth", "check", "publish", "doctor");
    }

    @Test
    void checksATemplate() throws Exception {
        Files.writeString(folder.resolve("empty.json"), "{\"Resources\": {}}");

        assertThat(run("check", "empty.json")).isEqualTo("findings: none, in 1 stack with 0 resources\n");
    }

    private String run(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-jar", JAR.toString()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
