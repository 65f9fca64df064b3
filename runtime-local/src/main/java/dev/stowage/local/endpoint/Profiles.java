package dev.stowage.local.endpoint;

import dev.stowage.local.endpoint.Credentials.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The profiles of AWS's file of credentials: those that hold keys themselves. */
public final class Profiles {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Path file;

    private Profiles(Path file) {
        this.file = file;
    }

    /** Those of that file. */
    public static Profiles in(Path file) {
        return new Profiles(file);
    }

    /** Those of the user: of the file that {@code AWS_SHARED_CREDENTIALS_FILE} names, else {@code ~/.aws/credentials}. */
    public static Profiles ofUser(Function<String, Optional<String>> environment) {
        return new Profiles(environment
                .apply("AWS_SHARED_CREDENTIALS_FILE")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".aws", "credentials")));
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /**
     * The keys of a profile, as the file has them now; empty where it has none. Those of a session are to be asked for again
     * after an hour: the file does not say when the session ends.
     */
    public Optional<Keys> keys(String profile, Instant now) {
        var settings = settings(profile);
        var id = Optional.ofNullable(settings.get("aws_access_key_id"));
        var secret = Optional.ofNullable(settings.get("aws_secret_access_key"));
        if (id.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(settings.get("aws_session_token"))
                .map(token -> new Keys(id.get(), secret.get(), Optional.of(token), now.plus(AGAIN)))
                .orElseGet(() -> Keys.lasting(id.get(), secret.get(), Optional.empty())));
    }

    private Map<String, String> settings(String profile) {
        var found = new HashMap<String, String>();
        var isWanted = false;
        for (var line : lines()) {
            var text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                isWanted = text.substring(1, text.length() - 1).strip().equals(profile);
            } else if (isWanted && text.indexOf('=') > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                var end = text.indexOf('=');
                found.put(
                        text.substring(0, end).strip(), text.substring(end + 1).strip());
            }
        }
        return found;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
