package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line as a shell starts it: a process of its own.
 *
 * @param folder where it runs, and where the folders of its runs are
 * @param prefix what it is started by, such as {@code setpriv}
 * @param classPath where its classes are
 * @param environment variables over those of this process
 */
record LocalProcess(Path folder, List<String> prefix, String classPath, Map<String, String> environment) {

    /** What came of a command. */
    record Outcome(int code, String text) {}

    static LocalProcess in(Path folder) {
        return new LocalProcess(folder, List.of(), System.getProperty("java.class.path"), Map.of());
    }

    LocalProcess through(List<String> words, String classes) {
        return new LocalProcess(folder, words, classes, environment);
    }

    LocalProcess with(Map<String, String> variables) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new LocalProcess(folder, prefix, classPath, all);
    }

    /** With that file in its folder. */
    LocalProcess with(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    /** Whether there is a program of that name. */
    static boolean has(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** The words of a shell for a command. */
    List<String> line(String... words) {
        var line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Main.class.getName()));
        line.addAll(List.of(words));
        return line;
    }

    /** How a process of those words is started. */
    ProcessBuilder builder(List<String> line) {
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a command, and waits for its end. */
    Outcome run(String... words) throws IOException, InterruptedException {
        // What it starts may outlive it, and has its output where it is a pipe.
        var said = Files.createTempFile(folder, "said", ".txt");
        var process = builder(line(words)).redirectOutput(said.toFile()).start();
        var code = process.waitFor();
        return new Outcome(code, Files.readString(said, StandardCharsets.UTF_8));
    }

    /** Runs one that goes well; gives what it says. */
    String fine(String... words) throws IOException, InterruptedException {
        var outcome = run(words);
        assertThat(outcome.code()).as(outcome.text()).isZero();
        return outcome.text();
    }
}
