package dev.stowage.local.run;

import dev.stowage.local.engine.docker.ContainerStreams;
import dev.stowage.local.task.ContainerId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What containers say, and what is said to them, line by line. */
final class Talks {

    /** The exit code of a command for which there is no container: as shells have it for a command that is not found. */
    private static final int NOT_THERE = 127;

    private final ContainerStreams streams;

    Talks(ContainerStreams streams) {
        this.streams = streams;
    }

    /** Reads what a container printed, and where wanted what it prints until it ends or the reader is interrupted. */
    void logs(ContainerId container, boolean follow, Consumer<String> lines) {
        var excerpt = follow ? ContainerStreams.Excerpt.FOLLOW : ContainerStreams.Excerpt.ALL;
        var reading = streams.logs(container, excerpt, line -> lines.accept(line.text()));
        if (reading.isPresent()) {
            try (var going = reading.get()) {
                going.await();
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs a command in a container; its exit code. */
    int exec(ContainerId container, List<String> command, Consumer<String> out, Consumer<String> err) {
        try (var lines = new LineStream(out);
                var complaints = new LineStream(err)) {
            var output = new ContainerStreams.Output(lines, complaints);
            return streams.exec(container, command, Optional.empty(), false, output)
                    .orElse(NOT_THERE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return NOT_THERE;
        }
    }
}
