package dev.stowage.local.engine.docker;

import java.util.List;
import java.util.Optional;

/** A command in a container that has the terminal of somebody: what is typed goes there, and its screen is as large. */
public final class TerminalExec {

    /** How often the size is told to a command that is only about to run. */
    private static final int TRIES = 50;

    private static final long GLANCE_MILLIS = 20;

    private final Executions executions;
    private final Seat seat;

    private TerminalExec(Executions executions, Seat seat) {
        this.executions = executions;
        this.seat = seat;
    }

    /**
     * Runs it, and waits for its end.
     *
     * @param container as Docker calls it
     * @return its exit code
     * @throws EngineTrouble if there is no engine, or the container does not run
     */
    public static int run(String container, List<String> command, Seat seat) throws InterruptedException {
        try (var docker = Docker.connect()) {
            return new TerminalExec(new Executions(docker), seat).run(container, command);
        }
    }

    private int run(String container, List<String> command) throws InterruptedException {
        var output = new ContainerStreams.Output(seat.screen(), seat.screen());
        return executions.run(container, command, Optional.of(seat.keys()), true, output, this::started);
    }

    private void started(String id) {
        seat.onResize(() -> seat.size().ifPresent(size -> {
            var unused = executions.resize(id, size.rows(), size.columns());
        }));
        seat.size().ifPresent(size -> {
            var telling = new Thread(() -> tell(id, size), "stowage-terminal");
            telling.setDaemon(true);
            telling.start();
        });
    }

    private void tell(String id, Seat.Size size) {
        try {
            for (var tries = 0; tries < TRIES && !executions.resize(id, size.rows(), size.columns()); tries++) {
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
