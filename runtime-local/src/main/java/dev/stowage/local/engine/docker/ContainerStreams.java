package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import dev.stowage.local.task.ContainerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What goes into containers and comes out of them while they run: logs, and commands that are run inside. */
public final class ContainerStreams {

    private final Docker docker;
    private final Registry registry;

    ContainerStreams(Docker docker, Registry registry) {
        this.docker = docker;
        this.registry = registry;
    }

    /** Something that goes on until it is closed or ends by itself. */
    public interface Following extends AutoCloseable {

        /** Waits until it has ended. */
        void await() throws InterruptedException;

        /** Ends it. */
        @Override
        void close();
    }

    /**
     * What to read of a log.
     *
     * @param follow whether to go on with what comes
     * @param tail how many lines of what there is already; empty for all
     * @param since no line from before that moment
     */
    public record Excerpt(boolean follow, OptionalInt tail, Optional<Instant> since) {

        /** All that there is. */
        public static final Excerpt ALL = new Excerpt(false, OptionalInt.empty(), Optional.empty());

        /** All that there is and all that comes. */
        public static final Excerpt FOLLOW = new Excerpt(true, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Reads what a container printed, on another thread.
     *
     * @return the reading; empty where the container was not made yet
     */
    public Optional<Following> logs(ContainerId container, Excerpt excerpt, Consumer<LogLine> reader) {
        return id(container).map(id -> logs(id, excerpt, reader));
    }

    private Following logs(String id, Excerpt excerpt, Consumer<LogLine> reader) {
        var command = docker.endless()
                .logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true)
                .withFollowStream(excerpt.follow());
        excerpt.tail().ifPresent(command::withTail);
        excerpt.since().ifPresent(since -> command.withSince((int) since.getEpochSecond()));
        return following(command.exec(new LogFollower(reader)));
    }

    private static Following following(ResultCallback.Adapter<?> callback) {
        return new Following() {
            @Override
            public void await() throws InterruptedException {
                callback.awaitCompletion();
            }

            @Override
            public void close() {
                ContainerStreams.close(callback);
            }
        };
    }

    private static void close(ResultCallback.Adapter<?> callback) {
        try {
            callback.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Where the output of a command goes.
     *
     * @param out standard output, or everything where there is a terminal
     * @param err standard error
     */
    public record Output(OutputStream out, OutputStream err) {}

    /**
     * Runs a command in a container, and waits for its end.
     *
     * @param input what it reads; empty for nothing
     * @param terminal whether it gets a terminal
     * @return its exit code; empty where the container was not made yet
     * @throws EngineTrouble if the container does not run
     */
    public OptionalInt exec(
            ContainerId container, List<String> command, Optional<InputStream> input, boolean terminal, Output output)
            throws InterruptedException {
        var id = id(container);
        if (id.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(new Executions(docker).run(id.get(), command, input, terminal, output, started -> {}));
    }

    private Optional<String> id(ContainerId container) {
        return registry.find(container).flatMap(Slot::docker);
    }
}
