package programs.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Outcome;

/** The same program gives the same bytes: on every JVM, in every thread. */
class SameBytesTest {

    @TempDir
    Path folder;

    /** Each run has other seeds for the order of the JDK's immutable maps, and for identity hashes where it says so. */
    @ParameterizedTest(name = "java {0}")
    @ValueSource(
            strings = {
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC -Dfile.encoding=ISO-8859-1 -Duser.timezone=Asia/Tokyo",
                "-XX:+UnlockExperimentalVMOptions -XX:hashCode=2",
                "-XX:+UnlockExperimentalVMOptions -XX:hashCode=3 -Duser.language=tr -Duser.country=TR",
                "-XX:TieredStopAtLevel=1",
            })
    void anotherJvmGivesTheSameBytes(String options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Print.class.getName()));
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(process.waitFor()).as(() -> text(output)).isZero();
        assertThat(Files.readAllBytes(output)).hasSizeGreaterThan(100_000).isEqualTo(Print.bytes());
    }

    @Test
    void aThousandSynthsInParallelGiveTheSameBytes() {
        var plan = new Plan(7, 1, List.of()).withService(new Random(1)).withService(new Random(2));
        var expected = Outcome.of(new Building(plan, 0)).json();

        var differing = IntStream.range(0, 1_000)
                .parallel()
                .filter(i -> !Outcome.of(new Building(plan, 0)).json().equals(expected))
                .count();

        assertThat(differing).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
