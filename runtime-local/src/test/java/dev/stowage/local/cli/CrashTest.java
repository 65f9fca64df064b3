package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.run.Load;
import dev.stowage.synth.cli.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process of a run is killed at one moment or another, and the next one gets everything right, on a real engine. */
@OnDocker
class CrashTest {

    /** Of the program, and of each task the pause container among them. */
    private static final int TASKS = 2;

    private static final int CONTAINERS = 2;

    @RegisterExtension
    final Laptop laptop = new Laptop();

    @Test
    @Behaviour({"5.10", "10.1", "14"})
    void aChangedProgramTakesOverUnderTrafficAtTheSameAddress() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        var address = address();
        laptop.killLeader();

        try (var load = Load.thatWaitsFor(address)) {
            assertThat(laptop.local(new Hello("two"), "up", "-d", Laptop.SCALE))
                    .as(laptop.said())
                    .isEqualTo(ExitCode.FINE);
            assertThat(laptop.said()).contains("has started 2 tasks");
            assertThat(address()).isEqualTo(address);
            assertThat(laptop.page()).isEqualTo("two");
            assertThat(load.losses()).isEmpty();
            assertThat(load.answered("one")).isPositive();
        }
        laptop.fine("down");
    }

    @Test
    @Behaviour("5.10")
    void whereverAProcessIsKilledTheNextOneGetsItRight() throws Exception {
        killedDuring("one", () -> containers("-a") > 0, "up", "-d", Laptop.SCALE);
        goesUpAs("one");

        killedDuring("two", () -> containers("-a") > TASKS * CONTAINERS, "deploy");
        goesUpAs("two");

        killedDuring("two", () -> containers("") < TASKS * CONTAINERS, "down");
        goesUpAs("two");

        killedDuring("two", () -> containers("") < TASKS * CONTAINERS, "down");
        laptop.fine("down");
        assertThat(containers("-a")).isZero();
    }

    private void goesUpAs(String text) throws Exception {
        var code = laptop.local(new Hello(text), "up", "-d", Laptop.SCALE);
        assertThat(code).as(laptop.said()).isEqualTo(ExitCode.FINE);
        assertThat(laptop.page()).isEqualTo(text);
        assertThat(containers("")).isEqualTo(TASKS * CONTAINERS);
    }

    /** Has a command begin, and kills the process of the run as soon as that is so. */
    private void killedDuring(String text, Callable<Boolean> moment, String... words) throws Exception {
        var command = new Thread(
                () -> assertThat(laptop.local(new Hello(text), words)).isNotNull());
        command.start();
        while (!moment.call()) {
            assertThat(command.isAlive()).as(laptop.said()).isTrue();
        }
        laptop.killLeader();
        command.join();
    }

    /** How many containers the run has that run, or with {@code -a} at all. */
    private long containers(String which) throws IOException {
        var line = "docker ps -q " + which + " --filter label=dev.stowage.run=" + laptop.run();
        var shell = new ProcessBuilder("sh", "-c", line).start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .count();
    }

    private URI address() {
        laptop.fine("ps", "--json");
        var from = laptop.said().indexOf("http://127.0.0.1:");
        return URI.create(laptop.said().substring(from, laptop.said().indexOf('"', from)));
    }
}
