package dev.stowage.local.endpoint;

import dev.stowage.local.endpoint.Credentials.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The profiles of AWS's two files, {@code credentials} and {@code config}: those that hold keys themselves. */
final class Profiles {

    /** What has a profile come to its keys in another way, although it holds some. */
    private static final Set<String> OTHER_WAYS = Set.of(
            "role_arn",
            "credential_process",
            "sso_session",
            "sso_start_url",
            "web_identity_token_file",
            "login_session");

    private final Path credentials;
    private final Path config;

    private Profiles(Path credentials, Path config) {
        this.credentials = credentials;
        this.config = config;
    }

    /** Those of these files; one that is not there has none. */
    static Profiles in(Path credentials, Path config) {
        return new Profiles(credentials, config);
    }

    /**
     * Those of the user: of the files that {@code AWS_SHARED_CREDENTIALS_FILE} and {@code AWS_CONFIG_FILE} name, else of those in
     * {@code ~/.aws}.
     */
    static Profiles ofUser(Function<String, Optional<String>> environment) {
        var home = Path.of(System.getProperty("user.home"), ".aws");
        return new Profiles(
                environment
                        .apply("AWS_SHARED_CREDENTIALS_FILE")
                        .map(Path::of)
                        .orElseGet(() -> home.resolve("credentials")),
                environment.apply("AWS_CONFIG_FILE").map(Path::of).orElseGet(() -> home.resolve("config")));
    }

    /** The file of keys. */
    Path file() {
        return credentials;
    }

    /** Whether one of the files has a profile of that name. */
    boolean has(String profile) {
        return section(credentials, profile).isPresent()
                || section(config, named(profile)).isPresent();
    }

    /**
     * The keys of a profile, as the files have them now; empty where they hold none, or the profile has another way to its keys.
     * Those of a session are good for an hour at most: the file does not say when the session ends.
     */
    Optional<Keys> keys(String profile, Instant now) {
        var settings = new HashMap<>(section(config, named(profile)).orElse(Map.of()));
        settings.putAll(section(credentials, profile).orElse(Map.of()));
        var id = Optional.ofNullable(settings.get("aws_access_key_id"));
        var secret = Optional.ofNullable(settings.get("aws_secret_access_key"));
        if (id.isEmpty() || secret.isEmpty() || settings.keySet().stream().anyMatch(OTHER_WAYS::contains)) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(settings.get("aws_session_token"))
                .map(token -> Keys.passing(id.get(), secret.get(), Optional.of(token), now))
                .orElseGet(() -> Keys.lasting(id.get(), secret.get(), Optional.empty())));
    }

    /** What the section of a profile is called in {@code config}. */
    private static String named(String profile) {
        return profile.equals("default") ? profile : "profile " + profile;
    }

    private static Optional<Map<String, String>> section(Path file, String wanted) {
        var found = new HashMap<String, String>();
        var isThere = false;
        var isWanted = false;
        for (var line : lines(file)) {
            var text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                isWanted = text.substring(1, text.length() - 1)
                        .strip()
                        .replaceAll("\\s+", " ")
                        .equals(wanted);
                isThere |= isWanted;
            } else if (isWanted && text.indexOf('=') > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                var end = text.indexOf('=');
                found.put(
                        text.substring(0, end).strip(), text.substring(end + 1).strip());
            }
        }
        return isThere ? Optional.of(found) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
