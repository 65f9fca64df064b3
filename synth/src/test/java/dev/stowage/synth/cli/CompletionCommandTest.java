package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledIf("hasBash")
    void bashCompletesCommandsAndTheirOptions() throws Exception {
        assertThat(completed("stowage", "ch")).isEqualTo("check");
        assertThat(completed("stowage", "check", "--s")).isEqualTo("--sarif");
        assertThat(completed("stowage", "parr")).isEqualTo("parrot");
        assertThat(completed("stowage", "parrot", "t")).isEqualTo("twice");
        assertThat(completed("stowage", "parrot", "twice", "--w")).isEqualTo("--word");
    }

    @Test
    void zshReadsTheScriptOfBash() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "completion", "zsh"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).startsWith("autoload -U +X bashcompinit");
    }

    @Test
    void anotherShellIsAFaultOfUsage() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "completion", "csh"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).contains("`csh` is no shell that there is a script for.");
    }

    static boolean hasBash() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    private String completed(String... words) throws Exception {
        var console = RecordedConsole.in(folder);
        assertThat(CommandLine.run(Program.none(), console, "completion", "bash"))
                .isEqualTo(ExitCode.FINE);
        var ask = console.printed() + "\nCOMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                + "; _stowage; echo \"${COMPREPLY[*]}\"\n";
        var bash = new ProcessBuilder("/bin/bash", "-c", ask)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
