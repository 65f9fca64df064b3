package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.stowage.local.gap.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Commands that are run inside containers, which go by Docker's names here. */
record Executions(Docker docker) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Runs a command, and waits for its end.
     *
     * @param input what it reads; empty for nothing
     * @param terminal whether it gets a terminal
     * @param started is given its name once it runs
     * @return its exit code
     * @throws EngineTrouble if the container does not run
     */
    int run(
            String container,
            List<String> command,
            Optional<InputStream> input,
            boolean terminal,
            ContainerStreams.Output output,
            Consumer<String> started)
            throws InterruptedException {
        var id = create(container, command, input.isPresent(), terminal);
        var start = docker.endless().execStartCmd(id).withDetach(false).withTty(terminal);
        input.ifPresent(start::withStdIn);
        try {
            var copying = start.exec(new Copier(output));
            if (copying.awaitStarted(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                started.accept(id);
            }
            copying.awaitCompletion();
            var code = docker.within(PATIENCE).inspectExecCmd(id).exec().getExitCodeLong();
            return code == null ? 0 : code.intValue();
        } catch (RuntimeException lost) {
            throw EngineTrouble.of(
                    Gap.ENGINE,
                    "the connection to a command in a container was lost: " + Failures.text(lost),
                    "See whether Docker still runs (`docker info`).");
        }
    }

    private String create(String container, List<String> command, boolean reads, boolean terminal) {
        try {
            return docker.within(PATIENCE)
                    .execCreateCmd(container)
                    .withCmd(command.toArray(String[]::new))
                    .withAttachStdin(reads)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withTty(terminal)
                    .exec()
                    .getId();
        } catch (RuntimeException failure) {
            throw EngineTrouble.of(
                    Gap.EXIT,
                    "`" + String.join(" ", command) + "` cannot be run in the container: " + Failures.text(failure),
                    "Wait until the container runs, or look into its logs for why it ended (`local logs`).");
        }
    }

    /** Tells a command how large its terminal is; whether it could be told, which is not so before it runs and after its end. */
    boolean resize(String id, int rows, int columns) {
        try {
            docker.within(PATIENCE).resizeExecCmd(id).withSize(rows, columns).exec();
            return true;
        } catch (DockerException refused) {
            return false;
        }
    }

    private static final class Copier extends ResultCallback.Adapter<Frame> {

        private final ContainerStreams.Output output;

        private Copier(ContainerStreams.Output output) {
            this.output = output;
        }

        @Override
        public void onNext(Frame frame) {
            var stream = frame.getStreamType() == StreamType.STDERR ? output.err() : output.out();
            try {
                stream.write(frame.getPayload());
                stream.flush();
            } catch (IOException closed) {
                end();
            }
        }

        private void end() {
            try {
                close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
