package dev.stowage.local.cli;

import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Waits for news of a run that may end meanwhile. */
final class Pulse {

    private Pulse() {}

    /** How everything is once that is so, or the time is over; empty where the run has ended. */
    static Optional<Snapshot> await(LocalRun run, Predicate<Snapshot> goal, Duration atMost) {
        try {
            return Optional.of(run.await(goal, atMost));
        } catch (IllegalStateException ended) {
            if (run.isOver()) {
                return Optional.empty();
            }
            throw ended;
        }
    }
}
