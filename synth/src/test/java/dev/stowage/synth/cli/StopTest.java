package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Broken;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheLineThatThrew() {
        assertThat(synthesized(Broken.THROWN)).isEqualTo("""
                ── ERROR ─────────────────────────────────────────────── program.stopped
                   Broken.java:16   in program `Broken`

                 16 |             throw new IllegalStateException("There is no IMAGE.");
                    |             ^^^^^
                   `Broken` stopped with IllegalStateException: There is no IMAGE.

                Nothing is written: 1 error.
                """);
    }

    @Test
    void showsTheCallIntoTheJdkThatThrew() {
        assertThat(synthesized(Broken.IN_THE_JDK)).contains("""
                 22 |             return app(List.of("a").get(7));
                    |                                     ^^^
                """);
    }

    @Test
    void showsTheLinesOfTheProgramThatLedThere() {
        assertThat(synthesized(Broken.IN_A_HELPER))
                .contains("called from Broken.java:28\n")
                .contains("`Broken` stopped with IllegalArgumentException: `IMAGE` is not set.\n");
    }

    @Test
    void looksThroughWhatWrapsTheCause() {
        assertThat(synthesized(Broken.WRAPPED)).contains("`Broken` stopped with IllegalArgumentException");
    }

    @Test
    void survivesAnEndlessProgram() {
        assertThat(synthesized(Broken.ENDLESS)).contains("`Broken` stopped with StackOverflowError.\n");
    }

    @Test
    void doesWithoutAMessage() {
        assertThat(synthesized(Broken.WITHOUT_A_MESSAGE))
                .contains("`Broken` stopped with UnsupportedOperationException.\n");
    }

    @Test
    void showsTheWordThatIsHandedNull() {
        assertThat(synthesized(Broken.UNSET))
                .contains("    ^^^\n   `Broken` hands null to `env`, and a value is wanted.\n");
        assertThat(synthesized(Broken.UNNAMED)).contains("`Broken` hands null to `of`, and a value is wanted.\n");
    }

    @Test
    void saysThatAProgramGaveNothing() {
        assertThat(synthesized(Broken.EMPTY_HANDED)).contains("`Broken` described nothing, but an App is wanted.\n");
    }

    @Test
    void namesTheClassAroundALambda() {
        var console = RecordedConsole.in(folder);
        var program = Program.of(() -> Broken.THROWN.describe());

        assertThat(CommandLine.run(program, console)).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.complained()).contains("`StopTest` stopped with IllegalStateException");
    }

    @Test
    void showsNothingOfStowageItself() {
        assertThat(synthesized(Broken.IN_A_HELPER)).doesNotContain("dev.stowage", "Program.java", "\tat ");
    }

    private String synthesized(Broken program) {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(program), console)).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        return console.complained();
    }
}
