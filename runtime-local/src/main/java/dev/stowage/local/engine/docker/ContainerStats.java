package dev.stowage.local.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.stowage.local.task.ContainerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What containers use: the last figures that the engine sent of each, about once a second. A stream is opened when somebody
 * asks for the first time, since one answer alone takes the engine a second.
 */
public final class ContainerStats implements AutoCloseable {

    private final Docker docker;
    private final Registry registry;
    private final Map<String, Stream> streams = new ConcurrentHashMap<>();

    ContainerStats(Docker docker, Registry registry) {
        this.docker = docker;
        this.registry = registry;
    }

    /**
     * The last figures of a container, as the engine writes them: JSON of its API.
     *
     * @return nothing until the first ones are there, and where the container does not run
     */
    public Optional<String> latest(ContainerId container) {
        return registry.find(container)
                .flatMap(Slot::docker)
                .map(id -> streams.computeIfAbsent(id, Stream::new))
                .flatMap(Stream::latest);
    }

    @Override
    public void close() {
        streams.values().forEach(Stream::end);
        streams.clear();
    }

    private final class Stream {

        private final String id;
        private final AtomicReference<String> line = new AtomicReference<>("");
        private final AtomicReference<Optional<Response>> answer = new AtomicReference<>(Optional.empty());

        private Stream(String id) {
            this.id = id;
            var thread = new Thread(this::read, "stowage-stats-" + id.substring(0, 12));
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            var request = Request.builder()
                    .method(Request.Method.GET)
                    .path(docker.path("/containers/" + id + "/stats?stream=true"))
                    .build();
            try (var response = docker.http(Duration.ZERO).execute(request);
                    var lines = new BufferedReader(new InputStreamReader(response.getBody(), StandardCharsets.UTF_8))) {
                answer.set(Optional.of(response));
                for (var one = lines.readLine(); one != null; one = lines.readLine()) {
                    line.set(one);
                }
            } catch (IOException | RuntimeException ended) {
                // The container ended, or nobody wants to know any more.
            } finally {
                streams.remove(id, this);
            }
        }

        private Optional<String> latest() {
            return Optional.ofNullable(line.get()).filter(it -> !it.isEmpty());
        }

        private void end() {
            Optional.ofNullable(answer.get()).flatMap(it -> it).ifPresent(Response::close);
        }
    }
}
