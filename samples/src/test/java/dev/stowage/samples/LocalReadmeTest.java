package dev.stowage.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a local run is what one prints, but for names, addresses and times. */
@EnabledIf("hasDocker")
class LocalReadmeTest implements Console {

    @RegisterExtension
    static final Busybox image = new Busybox();

    private static final Path LOCAL = Path.of("src/test/local").toAbsolutePath();
    private static final String MARK = "<!-- output: quickstart local ps -->\n```text\n";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    private final String run = "test-readme-" + ProcessHandle.current().pid();

    @TempDir
    private Path state;

    static boolean hasDocker() {
        return Boolean.getBoolean("stowage.ci") || Files.exists(Path.of("/var/run/docker.sock"));
    }

    @Test
    void theTablesAreThoseOfTheQuickstart() throws Exception {
        var readme = Files.readString(Path.of("..", "README.md"));
        var from = readme.indexOf(MARK) + MARK.length();
        var shown = readme.substring(from, readme.indexOf("```", from));
        assertThat(local("up", "-d", "--time-scale", "50")).isEqualTo(ExitCode.FINE);
        try {
            printed.reset();
            assertThat(local("ps")).isEqualTo(ExitCode.FINE);
            assertThat(alike(printed.toString(UTF_8))).isEqualTo(alike(shown));
        } finally {
            assertThat(local("down")).isEqualTo(ExitCode.FINE);
        }
    }

    private ExitCode local(String... words) {
        var line = new ArrayList<>(List.of("local", words[0], "--run", run));
        line.addAll(List.of(words).subList(1, words.length));
        return CommandLine.run(Program.of(new Quickstart()), this, line.toArray(new String[0]));
    }

    /** Without what differs from run to run. */
    private static String alike(String text) {
        return text.strip()
                .replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS")
                .replaceAll("10\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
                .replaceAll("(?m)^[0-9a-f]{8} ", "TASK ")
                .replaceAll("\\d+ (s|min)\\b", "AGE")
                .replaceAll(" +", " ");
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return out;
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public Charset charset() {
        return UTF_8;
    }

    @Override
    public Optional<String> environment(String variable) {
        return variable.equals("XDG_STATE_HOME") ? Optional.of(state.toString()) : Optional.empty();
    }

    @Override
    public Path directory() {
        return LOCAL;
    }
}
