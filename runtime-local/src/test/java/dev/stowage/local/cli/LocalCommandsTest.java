package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands under {@code local} as a user gives them, on a real engine. */
@OnDocker
class LocalCommandsTest implements Console {

    private static final String SCALE = "--time-scale=50";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final String run =
            "test-cli-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @TempDir
    private Path folder;

    @BeforeEach
    void hasAnImage() {
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
    }

    @AfterEach
    void leavesNothing() throws IOException {
        var wasLeft = DockerMachine.left().contains(new RunId(run));
        DockerMachine.sweep(new RunId(run));
        assertThat(wasLeft).as("something is left of the run").isFalse();
        var runs = folder.resolve("stowage/runs");
        if (Files.exists(runs)) {
            assertThat(runs).isEmptyDirectory();
        }
    }

    @Test
    @Behaviour({"4", "9.1", "14"})
    void aProgramGoesUpIsLookedAtChangedAndTakenDown() throws Exception {
        fine("up", "-d", SCALE);
        assertThat(said()).contains("The run `" + run + "` goes on.");

        fine("ps");
        assertThat(said()).contains("front   http://127.0.0.1:").containsPattern("hello +2/2 +task:1 COMPLETED");
        assertThat(page()).isEqualTo("one");

        fine("logs", "hello");
        assertThat(said().lines()).hasSize(2).allMatch(line -> line.endsWith("/web | says one"));

        fine("exec", "hello", "--", "cat", "/www/index.html");
        assertThat(said()).isEqualTo("one\n");
        assertThat(local("one", "exec", "hello", "--", "sh", "-c", "exit 7").code())
                .isEqualTo(7);

        fine("scale", "hello=3");
        fine("ps");
        assertThat(said()).containsPattern("hello +3/3 +task:1 COMPLETED");

        assertThat(local("two", "deploy")).isEqualTo(ExitCode.FINE);
        assertThat(page()).isEqualTo("two");

        fine("run", "task", "--", "echo", "from a job");
        assertThat(said()).contains("/web | from a job");
        assertThat(local("one", "run", "task", "sh", "--", "-c", "exit 9").code())
                .isEqualTo(9);

        fine("down");
    }

    @Test
    void aRunThatLostItsProcessIsTakenOver() throws Exception {
        fine("up", "-d", SCALE);
        var tasks = tasks();
        killLeader();
        assertThat(local("one", "ps")).isEqualTo(ExitCode.MISSING);

        fine("up", "-d", SCALE);
        assertThat(tasks()).isEqualTo(tasks);
        assertThat(page()).isEqualTo("one");
        fine("down");
    }

    /** Up and down, so often as {@code -Dstowage.cycles} says; every fifth time its process is killed in between. */
    @Test
    void upAndDownAgainAndAgainLeaveNothing() throws Exception {
        for (var cycle = 0; cycle < Integer.getInteger("stowage.cycles", 2); cycle++) {
            fine("up", "-d", SCALE);
            if (cycle % 5 == 0) {
                killLeader();
            }
            fine("down");
            assertThat(left()).as("after cycle " + cycle).isEmpty();
        }
    }

    /** Everything on the engine that carries the label of the run, and every file below the folder of runs. */
    private String left() throws Exception {
        var label = "--filter label=dev.stowage.run=" + run;
        var command = String.join(
                "; ",
                "docker ps -aq " + label,
                "docker network ls -q " + label,
                "docker volume ls -q " + label,
                "docker images -aq " + label,
                "find " + folder + "/stowage/runs -mindepth 1");
        var shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aRunThatLostItsProcessAndItsFolderIsTakenDown() throws Exception {
        fine("up", "-d", SCALE);
        killLeader();
        RunFolder.delete(folder.resolve("stowage"));

        assertThat(local("one", "up", "-d")).isEqualTo(ExitCode.MISSING);
        assertThat(said())
                .startsWith("stowage: The engine has containers of a run `" + run + "` that is not known here");
        fine("down");
        assertThat(said()).isEqualTo("Removed what was left of the run `" + run + "`.\n");
    }

    @Test
    @Behaviour("5.4")
    void anInterruptEndsARunInTheForegroundInOrder() throws Exception {
        assertThat(CommandLine.run(Program.of(new Hello("one")), this, "synth"))
                .as(said())
                .isEqualTo(ExitCode.FINE);
        var process = foreground();
        try (var lines = process.inputReader()) {
            var told = lines.readLine();
            while (told != null && !told.startsWith("Everything runs as it is wanted.")) {
                told = lines.readLine();
            }
            assertThat(told).isNotNull();
            var interrupt = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            assertThat(interrupt.waitFor()).isZero();

            assertThat(lines.lines().filter(line -> line.contains(" STOPPED: The local run ends.; web: exit code 0")))
                    .hasSize(2);
            assertThat(process.waitFor()).isZero();
        }
    }

    /** A process that runs what was synthesized, until it is interrupted. */
    private Process foreground() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
        var words = List.of("local", "up", "cdk.out", "--plain", "--run", run, SCALE);
        var builder = new ProcessBuilder(java).directory(folder.toFile()).redirectErrorStream(true);
        builder.command().addAll(line);
        builder.command().addAll(words);
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder.start();
    }

    @Test
    void aRunIsUpOnce() {
        fine("up", "-d", SCALE);

        assertThat(local("one", "up", "-d")).isEqualTo(ExitCode.MISSING);
        assertThat(said()).startsWith("stowage: The run `" + run + "` is up already.");
        fine("down");
    }

    private void fine(String... words) {
        var code = local("one", words);
        assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.FINE);
    }

    private ExitCode local(String text, String... words) {
        printed.reset();
        var all = new ArrayList<>(List.of("local", words[0], "--run", run));
        all.addAll(List.of(words).subList(1, words.length));
        return CommandLine.run(Program.of(new Hello(text)), this, all.toArray(new String[0]));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String tasks() {
        fine("ps");
        return said().lines()
                .filter(line -> line.contains("RUNNING "))
                .map(line -> line.substring(0, 8))
                .sorted()
                .toList()
                .toString();
    }

    private String page() throws IOException {
        fine("ps", "--json");
        var from = said().indexOf("http://127.0.0.1:");
        var uri = URI.create(said().substring(from, said().indexOf('"', from)));
        try (var body = uri.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Kills the process that leads the run, as the kernel does when there is no memory left. */
    private void killLeader() throws IOException {
        var pid = Files.readString(folder.resolve("stowage/runs").resolve(run).resolve("pid"));
        var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
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
        return StandardCharsets.UTF_8;
    }

    @Override
    public Optional<String> environment(String variable) {
        return variable.equals("XDG_STATE_HOME") ? Optional.of(folder.toString()) : Optional.empty();
    }

    @Override
    public Path directory() {
        return folder;
    }
}
