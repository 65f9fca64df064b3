package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Broken;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void tellsWhatThereIs(String word) {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, word)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed())
                .contains("  synth             Checks the program and writes it")
                .contains("  check             Says what is wrong")
                .contains("Exit codes\n  0   all is fine");
        assertThat(console.complained()).isEmpty();
    }

    @Test
    void tellsWhatACommandTakes() {
        var console = RecordedConsole.in(folder);
        var other = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "help", "synth")).isEqualTo(ExitCode.FINE);
        assertThat(CommandLine.run(Program.none(), other, "synth", "--quiet", "--help"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed())
                .startsWith("Usage: synth [--out FOLDER] [--quiet] [--runs]\n\n")
                .contains("  --out FOLDER   where to write; else where CDK_OUTDIR says, else cdk.out\n")
                .isEqualTo(other.printed());
    }

    @Test
    void listsACommandThatAModuleAdds() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "help")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).contains("  echo              Says it again.\n");
    }

    @Test
    void runsACommandThatAModuleAdds() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "echo", "a", "b")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEqualTo("[a, b]\n");
    }

    @Test
    void runsACommandOfTwoWords() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(
                        Program.none(), console, "parrot", "twice", "a", "--word", "b", "--word=c", "--", "-d"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEqualTo("[a, -d][b, c]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parrot", "parrot --help", "help parrot"})
    void theFirstOfTwoWordsTellsWhatThereIs(String line) {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, line.split(" "))).isEqualTo(ExitCode.FINE);
        assertThat(console.printed())
                .startsWith("Usage: parrot COMMAND\n")
                .contains("  parrot twice   Says it twice.\n");
    }

    @Test
    void namesTheNearestCommandToAnUnknownOne() {
        refuses("`snyth` is not a command. Did you mean `synth`? `help` lists them all.", "snyth");
        refuses("`ecoh` is not a command. Did you mean `echo`? `help` lists them all.", "ecoh");
        refuses(
                "`parrot twce` is not a command. Did you mean `parrot twice`? `help` lists them all.",
                "parrot",
                "twce");
        refuses("`deploy` is not a command. `help` lists them all.", "deploy");
        refuses("`chekc` is not a command. Did you mean `check`? `help` lists them all.", "help", "chekc");
    }

    @Test
    void refusesAnUnknownOption() {
        refuses("`--jsn` is not an option of `check`. Did you mean `--json`?", "check", "--jsn");
        refuses("`--ot` is not an option of `synth`. Did you mean `--out`?", "--ot", "x");
    }

    @Test
    void refusesTwoFormsAtOnce() {
        refuses(
                "`--json`, `--plain` and `--sarif` are forms of one report. Choose one of them.",
                "check",
                "--json",
                "--plain");
    }

    @Test
    void tellsItsVersion() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "--version")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void helpsWhereThereIsNeitherAProgramNorAWord() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).startsWith("Stowage ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"synth", "check"})
    void saysThatAJarForFilesHasNoProgram(String command) {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, command)).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained())
                .startsWith("stowage: There is no program here")
                .hasLineCount(1);
    }

    @Test
    void tracesAFaultOnlyWhereAsked() {
        var console = RecordedConsole.in(folder).with(Map.of("STOWAGE_DEBUG", "1"));

        assertThat(CommandLine.run(Program.of(Broken.THROWN), console)).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.complained()).contains("\tat example.deploy.Broken");
    }

    private void refuses(String message, String... words) {
        var console = RecordedConsole.in(folder);
        var program = Program.of(Broken.THROWN);

        assertThat(CommandLine.run(program, console, words)).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).isEqualTo("stowage: " + message + System.lineSeparator());
        assertThat(console.printed()).isEmpty();
    }
}
