package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ImageBuild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The command {@code docker buildx build}, which builds with BuildKit. */
final class BuildCommand {

    private static final int PATIENCE_SECONDS = 20;

    private final String program;
    private final EngineAddress engine;

    BuildCommand(String program, EngineAddress engine) {
        this.program = program;
        this.engine = engine;
    }

    /** Whether it can be run. */
    boolean isThere() {
        try {
            var process = new ProcessBuilder(program, "buildx", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is run; values of build arguments are handed over by the environment, where no list of processes shows them. */
    List<String> words(ImageBuild build, Map<String, String> labels) {
        var words = new ArrayList<>(List.of(program, "buildx", "build", "--load", "--progress", "plain"));
        words.addAll(List.of("--tag", build.tag()));
        words.addAll(
                List.of("--file", Path.of(build.folder(), build.dockerfile()).toString()));
        if (!build.target().isEmpty()) {
            words.addAll(List.of("--target", build.target()));
        }
        if (!build.platform().isEmpty()) {
            words.addAll(List.of("--platform", build.platform()));
        }
        labels.forEach((name, value) -> words.addAll(List.of("--label", name + "=" + value)));
        build.arguments().keySet().forEach(name -> words.addAll(List.of("--build-arg", name)));
        words.add(build.folder());
        return words;
    }

    /**
     * Builds, and waits for it.
     *
     * @param reader told every line of what it says
     * @return the last line where it failed; nothing where it built
     */
    Optional<String> run(ImageBuild build, Map<String, String> labels, Consumer<String> reader)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words(build, labels)).redirectErrorStream(true);
        builder.environment().putAll(build.arguments());
        builder.environment().put("DOCKER_HOST", engine.uri().toString());
        var process = builder.start();
        process.getOutputStream().close();
        var last = "it said nothing";
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(line);
                last = line.isBlank() ? last : line.strip();
            }
        }
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(last);
    }
}
