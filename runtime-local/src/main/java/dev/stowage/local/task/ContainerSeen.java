package dev.stowage.local.task;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a container was seen to be.
 *
 * @param container which container
 * @param run the how-manieth start of it this is about, from 1
 * @param status how far it has come in that run
 * @param health what the engine says about it
 * @param exitCode with what it ended, if it had a process
 * @param error what went wrong, if something did
 * @param at since when it has that status
 */
public record ContainerSeen(
        ContainerId container,
        int run,
        ContainerStatus status,
        Health health,
        OptionalInt exitCode,
        Optional<ContainerError> error,
        Instant at)
        implements Seen {

    /** A container that has come that far and has not ended. */
    public static ContainerSeen at(ContainerId container, int run, ContainerStatus status, Instant at) {
        return new ContainerSeen(container, run, status, Health.UNKNOWN, OptionalInt.empty(), Optional.empty(), at);
    }

    /** A running container about which its check says this. */
    public static ContainerSeen running(ContainerId container, int run, Health health, Instant at) {
        return new ContainerSeen(
                container, run, ContainerStatus.RUNNING, health, OptionalInt.empty(), Optional.empty(), at);
    }

    /** A container whose process ended. */
    public static ContainerSeen exited(ContainerId container, int run, int exitCode, Instant at) {
        return new ContainerSeen(
                container,
                run,
                ContainerStatus.STOPPED,
                Health.UNKNOWN,
                OptionalInt.of(exitCode),
                Optional.empty(),
                at);
    }

    /** A container that never came to a process. */
    public static ContainerSeen failed(ContainerId container, int run, ContainerError error, Instant at) {
        return new ContainerSeen(
                container, run, ContainerStatus.STOPPED, Health.UNKNOWN, OptionalInt.empty(), Optional.of(error), at);
    }

    /** The same, with what went wrong. */
    public ContainerSeen with(ContainerError wrong) {
        return new ContainerSeen(container, run, status, health, exitCode, Optional.of(wrong), at);
    }

    /** The same, as far as a container gets that stays in that status. */
    public ContainerSeen settledAs(ContainerStatus steady) {
        return new ContainerSeen(container, run, steady, health, exitCode, error, at);
    }

    @Override
    public TaskId task() {
        return container.task();
    }

    /** Whether it tells of a later stage than that run and status, or of the same one while it lasts. */
    public boolean isNewsTo(int knownRun, ContainerStatus known) {
        return run > knownRun || run == knownRun && status.reached(known) && known != ContainerStatus.STOPPED;
    }
}
