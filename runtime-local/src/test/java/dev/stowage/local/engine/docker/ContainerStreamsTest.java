package dev.stowage.local.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.engine.docker.ContainerStreams.Excerpt;
import dev.stowage.local.engine.docker.ContainerStreams.Output;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes into containers and comes out of them. */
@OnDocker
class ContainerStreamsTest {

    private final Bench bench = Bench.open();

    @AfterEach
    void leaveNothing() {
        bench.close();
    }

    private ContainerId running(String line) {
        var setup = TaskSetup.of("shop", NetworkMode.NONE, Bench.shell("web", line));
        return bench.id(bench.up("t1", setup), "web");
    }

    @Test
    void theLogOfAContainerComesLineByLineWithItsTimeAndSource() throws InterruptedException {
        var web = running("echo one; echo two >&2; printf three");
        assertThat(bench.await(web, it -> it.exitCode().isPresent()).exitCode()).hasValue(0);
        var lines = new ArrayList<LogLine>();

        bench.engine.streams().logs(web, Excerpt.ALL, lines::add).orElseThrow().await();

        assertThat(lines).extracting(LogLine::text).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(lines).filteredOn(LogLine::isError).extracting(LogLine::text).containsExactly("two");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.at().getEpochSecond()).isPositive());
    }

    @Test
    void aFollowerGetsWhatIsPrintedLaterUntilItIsClosed() throws InterruptedException {
        var web = running(
                "while read line; do echo got $line; done < /dev/null; echo before; sleep 0.3; echo after; sleep 100");
        var lines = new LinkedBlockingQueue<String>();

        var following = bench.engine
                .streams()
                .logs(web, Excerpt.FOLLOW, line -> lines.add(line.text()))
                .orElseThrow();

        assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("before");
        assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("after");
        following.close();
        following.await();
    }

    @Test
    void aCommandRunsInAContainerWithInputOutputAndExitCode() throws InterruptedException {
        var web = running("sleep 1000");
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var input = new ByteArrayInputStream("hello\n".getBytes(UTF_8));

        var code = bench.engine
                .streams()
                .exec(
                        web,
                        List.of("sh", "-c", "read it; echo got $it; echo bad >&2; exit 7"),
                        Optional.of(input),
                        false,
                        new Output(out, err));

        assertThat(code).hasValue(7);
        assertThat(out.toString(UTF_8)).isEqualTo("got hello\n");
        assertThat(err.toString(UTF_8)).isEqualTo("bad\n");
    }

    @Test
    void aCommandInAContainerThatEndedIsRefusedWithAReason() {
        var web = running("exit 0");
        assertThat(bench.await(web, it -> it.exitCode().isPresent()).exitCode()).hasValue(0);
        var output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream());

        assertThatThrownBy(() -> bench.engine.streams().exec(web, List.of("true"), Optional.empty(), false, output))
                .isInstanceOf(EngineTrouble.class)
                .hasMessageContaining("is not running");
    }

    @Test
    void theFiguresOfAContainerAreThereAfterAMoment() {
        var web = running("sleep 1000");
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var figures = bench.engine.stats().latest(web);
        while (figures.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            figures = bench.engine.stats().latest(web);
        }

        assertThat(figures).get().asString().contains("\"memory_stats\"").contains("\"cpu_stats\"");
    }
}
