package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to a Docker engine, in a version of its API that both sides speak. Safe for many threads. */
public final class Docker implements AutoCloseable {

    /** How long an engine may take to take a connection. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long it may take to say what it is; a busy one takes seconds. */
    private static final Duration HELLO = Duration.ofSeconds(30);

    static {
        // docker-java logs through SLF4J, which complains on standard error where a program has nothing that listens.
        System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
    }

    private final EngineAddress address;
    private final EngineFacts facts;
    private final Map<Duration, Line> lines = new ConcurrentHashMap<>();

    /** One client, with the HTTP client below it. */
    private record Line(DockerClient client, DockerHttpClient http) {}

    private Docker(EngineAddress address, EngineFacts facts) {
        this.address = address;
        this.facts = facts;
    }

    /**
     * Connects to the engine that the {@code docker} command would use.
     *
     * @throws EngineTrouble if there is none, or it is too old or too new
     */
    public static Docker connect() {
        return connect(EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Connects to that engine: asks for its version, and then speaks the highest that both know.
     *
     * @throws EngineTrouble if it does not answer, or is too old or too new
     */
    public static Docker connect(EngineAddress address) {
        try {
            var api = commonApi(address);
            var line = line(address, Optional.of(api.api()), HELLO);
            try (line.client) {
                var info = line.client.infoCmd().exec();
                return new Docker(address, EngineFacts.of(api.version(), api.api(), info));
            }
        } catch (EngineTrouble trouble) {
            throw trouble;
        } catch (IOException | RuntimeException failure) {
            throw address.unreachable(failure);
        }
    }

    private record Spoken(Version version, ApiVersion api) {}

    private static Spoken commonApi(EngineAddress address) throws IOException {
        var line = line(address, Optional.empty(), HELLO);
        try (line.client) {
            var version = line.client.versionCmd().exec();
            var newest = ApiVersion.of(version.getApiVersion());
            var least = Optional.ofNullable(version.getRawValues().get("MinAPIVersion"))
                    .map(it -> ApiVersion.of(String.valueOf(it)))
                    .orElse(ApiVersion.OLDEST);
            return new Spoken(version, ApiVersion.common(version.getVersion(), newest, least));
        }
    }

    /** What the engine says of itself. */
    public EngineFacts facts() {
        return facts;
    }

    /** Where the engine listens. */
    EngineAddress address() {
        return address;
    }

    /** A client for calls that may take so long. */
    DockerClient within(Duration timeout) {
        return lineWithin(timeout).client;
    }

    /** A client for answers that never end: events, logs, figures. */
    DockerClient endless() {
        return within(Duration.ZERO);
    }

    /** The HTTP client below, for what the other one has no words for; paths begin with {@link #path}. */
    DockerHttpClient http(Duration timeout) {
        return lineWithin(timeout).http;
    }

    /** That path in the version of the API that is spoken. */
    String path(String rest) {
        return "/v" + facts.api() + rest;
    }

    private Line lineWithin(Duration timeout) {
        return lines.computeIfAbsent(timeout, it -> line(address, Optional.of(facts.api()), it));
    }

    private static Line line(EngineAddress address, Optional<ApiVersion> api, Duration timeout) {
        var config = config(address, api);
        var builder = new ZerodepDockerHttpClient.Builder()
                .dockerHost(address.uri())
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(CONNECT);
        var http = (timeout.isZero() ? builder : builder.responseTimeout(timeout)).build();
        return new Line(DockerClientImpl.getInstance(config, http), http);
    }

    private static DockerClientConfig config(EngineAddress address, Optional<ApiVersion> api) {
        var version =
                api.map(it -> RemoteApiVersion.create(it.major(), it.minor())).orElse(RemoteApiVersion.unknown());
        return DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.uri().toString())
                .withApiVersion(version)
                .build();
    }

    /** Ends all calls that are under way. */
    @Override
    public void close() {
        for (var line : lines.values()) {
            try {
                line.client.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        lines.clear();
    }
}
