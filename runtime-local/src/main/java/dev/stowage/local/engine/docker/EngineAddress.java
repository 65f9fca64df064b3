package dev.stowage.local.engine.docker;

import dev.stowage.local.gap.Gap;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a Docker engine listens.
 *
 * @param uri {@code unix:///...}, {@code tcp://HOST:PORT} or {@code npipe:////./pipe/...}
 * @param source who said so
 */
public record EngineAddress(URI uri, String source) {

    private static final Path USUAL = Path.of("/var/run/docker.sock");

    /**
     * Where the {@code docker} command would look, and after that where engines without root and engines of a desktop
     * application listen.
     *
     * @throws EngineTrouble if there is no such place
     */
    public static EngineAddress find(Map<String, String> environment, Path home) {
        if (!environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
            throw EngineTrouble.of(
                    Gap.ENGINE,
                    "DOCKER_TLS_VERIFY is set, so the engine is on another machine, where the addresses of tasks are out of"
                            + " reach",
                    "Use an engine of this machine: unset DOCKER_TLS_VERIFY and DOCKER_HOST.");
        }
        var said = environment.getOrDefault("DOCKER_HOST", "");
        if (!said.isEmpty()) {
            return of(said, "DOCKER_HOST");
        }
        return context(environment, home).orElseGet(() -> socket(environment, home));
    }

    private static EngineAddress of(String uri, String source) {
        try {
            var parsed = URI.create(uri);
            if (List.of("unix", "tcp", "npipe").contains(String.valueOf(parsed.getScheme()))) {
                return new EngineAddress(parsed, source);
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, together with addresses that are readable and of no use.
        }
        throw EngineTrouble.of(
                Gap.ENGINE,
                source + " is `" + uri + "`, `unix://PATH` or `tcp://HOST:PORT` is wanted",
                "Set DOCKER_HOST to the address of an engine, such as `unix:///var/run/docker.sock`; for an engine behind"
                        + " SSH forward its socket first.");
    }

    private static EngineAddress socket(Map<String, String> environment, Path home) {
        var places = new ArrayList<Path>();
        places.add(USUAL);
        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .ifPresent(folder -> places.add(Path.of(folder, "docker.sock")));
        places.add(home.resolve(".docker/run/docker.sock"));
        places.add(home.resolve(".docker/desktop/docker.sock"));
        for (var place : places) {
            if (Files.exists(place)) {
                return new EngineAddress(URI.create("unix://" + place), "the socket that is there");
            }
        }
        throw EngineTrouble.of(
                Gap.ENGINE,
                "no Docker engine was found: DOCKER_HOST is not set, and there is no "
                        + String.join(
                                ", no ", places.stream().map(Path::toString).toList()),
                "Install and start Docker (`sudo systemctl start docker`), or set DOCKER_HOST.");
    }

    /** What {@code docker context use} chose. */
    private static Optional<EngineAddress> context(Map<String, String> environment, Path home) {
        var folder = DockerFiles.folder(environment, home);
        var name = Optional.ofNullable(environment.get("DOCKER_CONTEXT"))
                .or(() -> DockerFiles.text(folder.resolve("config.json"), "currentContext"))
                .filter(it -> !it.isEmpty() && !it.equals("default"));
        return name.flatMap(it -> DockerFiles.text(
                        folder.resolve("contexts/meta").resolve(hash(it)).resolve("meta.json"),
                        "Endpoints",
                        "docker",
                        "Host")
                .map(host -> of(host, "Docker context `" + it + "`")));
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }

    /** The trouble that lies behind a failure to talk to it. */
    EngineTrouble unreachable(Throwable cause) {
        if (!uri.getScheme().equals("unix")) {
            return EngineTrouble.of(
                    Gap.ENGINE,
                    "no Docker engine answers at " + uri + " (from " + source + "): " + rootOf(cause),
                    "Check the address, and that the engine listens there.");
        }
        var socket = Path.of(uri.getPath());
        if (!Files.exists(socket)) {
            return EngineTrouble.of(
                    Gap.ENGINE,
                    "no Docker engine was found: there is no " + socket + " (from " + source + ")",
                    "Install and start Docker (`sudo systemctl start docker`), or set DOCKER_HOST.");
        }
        if (!Files.isWritable(socket)) {
            return forbidden(socket);
        }
        return EngineTrouble.of(
                Gap.ENGINE,
                "the socket " + socket + " is there, and no Docker engine answers on it: " + rootOf(cause),
                "Start Docker (`sudo systemctl start docker`) and look into its log (`journalctl -u docker`).");
    }

    static EngineTrouble forbidden(Path socket) {
        return EngineTrouble.of(
                Gap.ENGINE,
                "you have no permission on the Docker socket " + socket + ownerOf(socket),
                "Join its group (`sudo usermod -aG docker $USER`) and log in again, or use Docker without root.");
    }

    private static String ownerOf(Path socket) {
        try {
            return ", which belongs to " + Files.getAttribute(socket, "unix:owner") + ":"
                    + Files.getAttribute(socket, "unix:group");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return "";
        }
    }

    private static String rootOf(Throwable cause) {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
