package dev.stowage.local.engine.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stowage.local.engine.docker.CredentialHelper.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program {@code docker-credential-NAME}: it reads the registry, and writes what it keeps of it as JSON. */
final class HelperProgram {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What helpers write where they keep nothing of a registry. */
    private static final String NOT_FOUND = "credentials not found";

    private HelperProgram() {}

    static Answer get(String name, String registry) {
        var program = "docker-credential-" + name;
        try {
            var process = new ProcessBuilder(program, "get")
                    .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
            try (var input = process.getOutputStream()) {
                input.write(registry.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Answer.failed("`" + program + "` did not answer within " + PATIENCE.toSeconds() + " s");
            }
            return answer(program, process.exitValue(), said);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Answer.failed("`" + program + "` was not waited for");
        } catch (IOException absent) {
            return Answer.failed("`" + program + "`, which the Docker configuration names, cannot be run");
        }
    }

    private static Answer answer(String program, int code, String said) throws IOException {
        if (code == 0) {
            return Answer.found(JSON.readTree(said));
        }
        return said.contains(NOT_FOUND)
                ? Answer.none()
                : Answer.failed("`" + program + "` ended with exit code " + code);
    }
}
