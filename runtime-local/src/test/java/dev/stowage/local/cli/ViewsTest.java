package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.run.FakeMachine;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.LocalRunTest;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Wanted;
import dev.stowage.synth.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody sees of a run in the foreground: in a terminal, and where it goes to a pipe. */
class ViewsTest {

    private static final String UP_AND_CLEAR = "A\r\u001b[J";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aTerminalShowsTheStateOfServicesBelowTheLastLineAndWritesOverIt() {
        run(Views.on(console(true, "xterm"), false));

        assertThat(said())
                .contains("front:80  http://127.0.0.1:8080\n", UP_AND_CLEAR, "  web   2/2   web:1 COMPLETED\n")
                .contains("Everything runs as it is wanted. Ctrl-C stops it.\n");
        assertThat(said().split("\\Q" + UP_AND_CLEAR + "\\E", -1)[0]).doesNotContain("2/2");
    }

    @Test
    void aPipeGetsLinesAndNothingElse() {
        run(Views.on(console(false, "xterm"), false));

        assertThat(said())
                .contains("front:80  http://127.0.0.1:8080\n", " RUNNING\n", "Everything runs as it is wanted.")
                .doesNotContain("\u001b", "2/2");
    }

    @Test
    void aTerminalThatCannotMoveItsCursorAndPlainLinesAreLikeAPipe() {
        run(Views.on(console(true, "dumb"), false));
        run(Views.on(console(true, "xterm"), true));

        assertThat(said()).doesNotContain("\u001b");
    }

    private void run(Views view) {
        var wanted = Wanted.of(LocalRunTest.stack("v1", 2));
        try (var run = LocalRun.begin(wanted, new FakeMachine(), new TimeScale(200), view::say, view)) {
            view.reachedAt(run);
            assertThat(run.await(Snapshot::isStable, Duration.ofSeconds(20)).isStable())
                    .isTrue();
        }
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Console console(boolean isTerminal, String term) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Console() {
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
                return isTerminal;
            }

            @Override
            public Charset charset() {
                return StandardCharsets.UTF_8;
            }

            @Override
            public Optional<String> environment(String variable) {
                return variable.equals("TERM") ? Optional.of(term) : Optional.empty();
            }

            @Override
            public Path directory() {
                return Path.of("");
            }
        };
    }
}
