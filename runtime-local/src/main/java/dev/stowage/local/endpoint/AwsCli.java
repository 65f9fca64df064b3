package dev.stowage.local.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stowage.local.endpoint.Credentials.Keys;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The AWS CLI of the user, which knows every way in which a profile comes to its keys: roles of other profiles, IAM Identity
 * Center (SSO), a process, with the caches that the user's sign-in fills. It is asked by
 * {@code aws configure export-credentials}, which versions 2 and 1 have; what that prints goes nowhere else.
 */
final class AwsCli {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAME = "aws";

    private final Path program;

    private AwsCli(Path program) {
        this.program = program;
    }

    /** The one that is found on this path of folders. */
    static Optional<AwsCli> on(String path) {
        for (var folder : path.split(File.pathSeparator, -1)) {
            var program = Path.of(folder, NAME);
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(new AwsCli(program));
            }
        }
        return Optional.empty();
    }

    /**
     * The keys of a profile.
     *
     * @throws Unavailable if it has none now; what it said is the message
     */
    Keys keys(String profile, Instant now) throws Unavailable {
        var words = List.of(
                program.toString(), "configure", "export-credentials", "--profile", profile, "--format", "process");
        try {
            var process = new ProcessBuilder(words)
                    .redirectInput(new File("/dev/null"))
                    .start();
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Unavailable("it did not answer within " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Unavailable(lastLine(errors.join()));
            }
            return parsed(out.join(), now);
        } catch (IOException unusable) {
            throw new Unavailable("it cannot be started");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unavailable("it was interrupted");
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private static String lastLine(String text) {
        var lines = text.strip().lines().toList();
        return lines.isEmpty() ? "it failed and said nothing" : lines.get(lines.size() - 1);
    }

    private static Keys parsed(String document, Instant now) throws Unavailable {
        try {
            var json = MAPPER.readTree(document);
            var id = json.path("AccessKeyId").asText();
            var secret = json.path("SecretAccessKey").asText();
            if (id.isEmpty() || secret.isEmpty()) {
                throw new Unavailable("its answer has no keys");
            }
            var token = Optional.of(json.path("SessionToken").asText()).filter(it -> !it.isEmpty());
            var end = json.path("Expiration").asText();
            return end.isEmpty() ? Keys.passing(id, secret, token, now) : new Keys(id, secret, token, instant(end));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            throw new Unavailable("its answer is not what `--format process` is to print");
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** There are no keys now; why. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1;

        Unavailable(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }
}
