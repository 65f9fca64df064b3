package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.samples.bench.Services;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a whole run for thirty services loads: a budget that, unlike a clock, reads the same on every machine. A class from
 * a jar costs a cold JVM 0.15 to 0.35 ms, one of the JDK's archive 0.02 ms; how many the JDK needs itself differs by release.
 */
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
                        ourParts(),
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
    @EnabledOnJre(JRE.JAVA_17)
    void loadsAtMost1150Classes() {
        assertThat(LOADED.size()).isLessThanOrEqualTo(1_150);
    }

    @Test
    void loadsAtMost320ClassesFromJars() {
        assertThat(count(" source: file:")).isLessThanOrEqualTo(320);
    }

    @Test
    @EnabledOnJre(JRE.JAVA_17)
    void makesAtMost20ClassesWhileItRuns() {
        assertThat(count("/0x")).isLessThanOrEqualTo(20);
    }

    @Test
    void loadsNoLibrary() {
        assertThat(count("com.fasterxml.jackson.")).isZero();
        assertThat(count("com.networknt.")).isZero();
    }

    /** The class path of a user's program: our modules, and none of the libraries that only tests need. */
    private static String ourParts() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("target") && !each.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long count(String part) {
        return LOADED.stream().filter(line -> line.contains(part)).count();
    }
}
