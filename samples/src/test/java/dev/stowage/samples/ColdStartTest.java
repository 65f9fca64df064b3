package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.samples.bench.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run for thirty services loads: a budget that, unlike a clock, reads the same on every machine. */
class ColdStartTest {

    /** One line of the JVM's log for each class: its name, and where it came from. */
    private static final List<String> LOADED = new ArrayList<>();

    @BeforeAll
    static void runs(@TempDir Path folder) throws Exception {
        var log = folder.resolve("classes.txt");
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + "::filesize=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Services.class.getName(),
                        "30",
                        "1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(program.getInputStream().readAllBytes());
        assertThat(program.waitFor()).as(said).isZero();
        for (var line : Files.readAllLines(log)) {
            if (line.contains(" source: ")) {
                LOADED.add(line);
            }
        }
    }

    @Test
    void loadsAtMostAThousandClasses() {
        assertThat(LOADED).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void loadsAtMost150ClassesFromJars() {
        assertThat(LOADED).filteredOn(line -> line.contains(" source: file:")).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void makesAtMost20ClassesWhileItRuns() {
        assertThat(LOADED)
                .filteredOn(line -> line.contains("+0x") || line.contains("/0x"))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void loadsNoLibraryThatIsForColdHours() {
        assertThat(LOADED)
                .noneMatch(line -> line.contains("com.fasterxml.jackson.databind"))
                .noneMatch(line -> line.contains("com.networknt"));
    }
}
