package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands under {@code local} as a user gives them, on a real engine. */
@OnDocker
class LocalCommandsTest {

    @RegisterExtension
    final Laptop laptop = new Laptop();

    @Test
    @Behaviour({"4", "9.1", "14"})
    void aProgramGoesUpIsLookedAtChangedAndTakenDown() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        assertThat(laptop.said()).contains("The run `" + laptop.run() + "` goes on.");

        laptop.fine("ps");
        assertThat(laptop.said())
                .contains("front:80   http://127.0.0.1:")
                .containsPattern("hello +2/2 +hello-HelloTaskDefinition:1 COMPLETED");
        assertThat(laptop.page()).isEqualTo("one");

        laptop.fine("logs", "hello");
        assertThat(laptop.said().lines()).hasSize(2).allMatch(line -> line.endsWith("/web | says one"));

        laptop.fine("exec", "hello", "--", "cat", "/www/index.html");
        assertThat(laptop.said()).isEqualTo("one\n");
        assertThat(laptop.local(new Hello("one"), "exec", "hello", "--", "sh", "-c", "exit 7")
                        .code())
                .isEqualTo(7);

        laptop.fine("scale", "hello=3");
        laptop.fine("ps");
        assertThat(laptop.said()).containsPattern("hello +3/3 +hello-HelloTaskDefinition:1 COMPLETED");

        assertThat(laptop.local(new Hello("two"), "deploy")).isEqualTo(ExitCode.FINE);
        assertThat(laptop.page()).isEqualTo("two");

        laptop.fine("run", "hello", "--", "echo", "from a job");
        assertThat(laptop.said()).contains("/web | from a job");
        assertThat(laptop.local(new Hello("one"), "run", "hello-HelloTaskDefinition", "sh", "--", "-c", "exit 9")
                        .code())
                .isEqualTo(9);

        laptop.fine("down");
    }

    @Test
    void aRunThatLostItsProcessIsTakenOver() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        var tasks = laptop.tasks();
        laptop.killLeader();
        assertThat(laptop.local(new Hello("one"), "ps")).isEqualTo(ExitCode.MISSING);

        laptop.fine("up", "-d", Laptop.SCALE);
        assertThat(laptop.tasks()).isEqualTo(tasks);
        assertThat(laptop.page()).isEqualTo("one");
        laptop.fine("down");
    }

    /** Up and down, so often as {@code -Dstowage.cycles} says; every fifth time its process is killed in between. */
    @Test
    void upAndDownAgainAndAgainLeaveNothing() throws Exception {
        for (var cycle = 0; cycle < Integer.getInteger("stowage.cycles", 2); cycle++) {
            laptop.fine("up", "-d", Laptop.SCALE);
            if (cycle % 5 == 0) {
                laptop.killLeader();
            }
            laptop.fine("down");
            assertThat(left()).as("after cycle " + cycle).isEmpty();
        }
    }

    /** Everything on the engine that carries the label of the run, and every file below the folder of runs. */
    private String left() throws Exception {
        var label = "--filter label=dev.stowage.run=" + laptop.run();
        var command = String.join(
                "; ",
                "docker ps -aq " + label,
                "docker network ls -q " + label,
                "docker volume ls -q " + label,
                "docker images -aq " + label,
                "find " + laptop.directory() + "/stowage/runs -mindepth 1");
        var shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aRunThatLostItsProcessAndItsFolderIsTakenDown() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        laptop.killLeader();
        RunFolder.delete(laptop.directory().resolve("stowage"));

        assertThat(laptop.local(new Hello("one"), "up", "-d")).isEqualTo(ExitCode.MISSING);
        assertThat(laptop.said())
                .startsWith(
                        "stowage: The engine has containers of a run `" + laptop.run() + "` that is not known here");
        laptop.fine("down");
        assertThat(laptop.said()).isEqualTo("Removed what was left of the run `" + laptop.run() + "`.\n");
    }

    @Test
    @Behaviour("5.4")
    void anInterruptEndsARunInTheForegroundInOrder() throws Exception {
        laptop.synth(new Hello("one"));
        var up = laptop.up(Map.of(), "cdk.out");
        up.signal("INT");

        assertThat(up.rest().stream().filter(line -> line.contains(" STOPPED: The local run ends.; web: exit code 0")))
                .hasSize(2);
        assertThat(up.process().waitFor()).isZero();
    }

    @Test
    void aRunIsUpOnce() {
        laptop.fine("up", "-d", Laptop.SCALE);

        assertThat(laptop.local(new Hello("one"), "up", "-d")).isEqualTo(ExitCode.MISSING);
        assertThat(laptop.said()).startsWith("stowage: The run `" + laptop.run() + "` is up already.");
        laptop.fine("down");
    }
}
