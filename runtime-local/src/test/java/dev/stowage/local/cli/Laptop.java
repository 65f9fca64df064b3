package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Program;
import java.io.BufferedReader;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A user at a shell, with a folder and a run of one's own: gives commands and reads what they print. */
final class Laptop implements Console, BeforeEachCallback, AfterEachCallback {

    static final String SCALE = "--time-scale=50";

    /** Whoever does not heed a signal is ended then, so that no test waits for ever. */
    private static final int LONGEST_MINUTES = 3;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final String run =
            "test-cli-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private Path folder = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("stowage-cli");
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
    }

    /** Nothing is left of the run. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        var wasLeft = DockerMachine.left().contains(new RunId(run));
        DockerMachine.sweep(new RunId(run));
        assertThat(wasLeft).as("something is left of the run").isFalse();
        var runs = folder.resolve("stowage/runs");
        if (Files.exists(runs)) {
            assertThat(runs).isEmptyDirectory();
        }
        RunFolder.delete(folder);
    }

    /** The name of the run. */
    String run() {
        return run;
    }

    /** Gives a command of {@code local} to a program; {@code --run} is added. */
    ExitCode local(Blueprint program, String... words) {
        printed.reset();
        var all = new ArrayList<>(List.of("local", words[0], "--run", run));
        all.addAll(List.of(words).subList(1, words.length));
        return CommandLine.run(Program.of(program), this, all.toArray(new String[0]));
    }

    /** The same, which has to come to a good end. */
    void fine(String... words) {
        var code = local(new Hello("one"), words);
        assertThat(code).as(said()).isEqualTo(ExitCode.FINE);
    }

    /** Has what a program says be in {@code cdk.out}. */
    void synth(Blueprint program) {
        assertThat(CommandLine.run(Program.of(program), this, "synth"))
                .as(said())
                .isEqualTo(ExitCode.FINE);
    }

    /** What the last command printed. */
    String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A file in the folder. */
    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The names of its tasks that run. */
    List<String> tasks() {
        fine("ps");
        return said().lines()
                .filter(line -> line.matches("[0-9a-f]{8} .* RUNNING .*"))
                .map(line -> line.substring(0, 8))
                .sorted()
                .toList();
    }

    /** What its only address answers. */
    String page() throws IOException {
        fine("ps", "--json");
        var from = said().indexOf("http://127.0.0.1:");
        var uri = URI.create(said().substring(from, said().indexOf('"', from)));
        try (var body = uri.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Starts a process of the command line of the jar in the folder, with these variables and options of Java. */
    Process process(Map<String, String> variables, List<String> options, String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.command().addAll(options);
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        builder.command().addAll(List.of(words));
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().putAll(variables);
        var process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
        return process;
    }

    /** Starts {@code local up} of a file in the foreground, and waits until everything runs. */
    Foreground up(Map<String, String> variables, String... words) throws IOException {
        var all = new ArrayList<>(List.of("local", "up", "--plain", "--run", run, SCALE));
        all.addAll(List.of(words));
        var process = process(variables, List.of(), all.toArray(new String[0]));
        var lines = process.inputReader(StandardCharsets.UTF_8);
        var before = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            before.append(line).append('\n');
            if (line.startsWith("Everything runs as it is wanted.")) {
                return new Foreground(process, lines, before.toString());
            }
        }
        throw new AssertionError("It did not come up:\n" + before);
    }

    /**
     * A run in the foreground.
     *
     * @param process its process
     * @param lines what it prints from now on
     * @param before what it printed
     */
    record Foreground(Process process, BufferedReader lines, String before) {

        /** Sends a signal, such as {@code INT}. */
        void signal(String name) throws IOException, InterruptedException {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        }

        /** What it prints until its end. */
        List<String> rest() {
            return lines.lines().toList();
        }
    }

    /** The folder of the run. */
    Path runFolder() {
        return folder.resolve("stowage/runs").resolve(run);
    }

    /** Kills the process that leads the run, as the kernel does when there is no memory left. */
    void killLeader() throws IOException {
        var pid = Files.readString(runFolder().resolve("pid"));
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
