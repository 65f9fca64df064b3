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

    /** What the program of that name is called. */
    static String of(String name) {
        return "docker-credential-" + name;
    }

    static Answer get(String name, String registry) {
        var program = of(name);
        try {
            var process = new ProcessBuilder(program, "get")
                    .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
            ask(process, registry);
            // What it says fits into the pipe; a program that ends is waited for no longer than that.
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Answer.failed("`" + program + "` did not answer within " + PATIENCE.toSeconds() + " s");
            }
            return answer(program, process.exitValue(), process.getInputStream().readAllBytes());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Answer.failed("`" + program + "` was not waited for");
        } catch (IOException absent) {
            return Answer.failed("`" + program + "`, which the Docker configuration names, cannot be run");
        }
    }

    private static void ask(Process process, String registry) {
        try (var input = process.getOutputStream()) {
            input.write(registry.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // It ended without reading; its exit code tells why.
        }
    }

    private static Answer answer(String program, int code, byte[] said) {
        if (code == 0) {
            return found(program, said);
        }
        return new String(said, StandardCharsets.UTF_8).contains(NOT_FOUND)
                ? Answer.none()
                : Answer.failed("`" + program + "` ended with exit code " + code);
    }

    private static Answer found(String program, byte[] said) {
        try {
            return Answer.found(JSON.readTree(said));
        } catch (IOException unreadable) {
            return Answer.failed("`" + program + "` answered something that is not JSON");
        }
    }
}
