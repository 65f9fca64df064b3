package dev.stowage.local.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a container of a task.
 *
 * @param definition what it was made from
 * @param run how many times its start was asked for
 * @param status how far it has come in that run
 * @param health what its check says; {@link Health#UNKNOWN} without one
 * @param exitCode with what it ended, if it had a process
 * @param error what went wrong, if something did
 * @param startedAt when its process started, in this run
 * @param asked what the engine was asked last
 * @param askedAt when it was asked, or last refused it
 */
public record Container(
        ContainerDefinition definition,
        int run,
        ContainerStatus status,
        Health health,
        OptionalInt exitCode,
        Optional<ContainerError> error,
        Optional<Instant> startedAt,
        Asked asked,
        Instant askedAt) {

    /** What the engine was asked to do with a container. */
    public enum Asked {
        /** Nothing yet. */
        NOTHING,
        /** To start it. */
        START,
        /** To stop it. */
        STOP,
        /** To stop it, which it would not do. */
        STOP_IN_VAIN
    }

    /** The exit code of a container whose dependencies never came, and of one that heeded its stop signal: SIGTERM. */
    public static final int TERMINATED = 143;

    static Container fresh(ContainerDefinition definition, Instant now) {
        return new Container(
                definition,
                0,
                ContainerStatus.NONE,
                Health.UNKNOWN,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Asked.NOTHING,
                now);
    }

    /** How often it was started again after an end. */
    public int restarts() {
        return Math.max(0, run - 1);
    }

    /** Whether it ended, or never will begin. */
    public boolean isStopped() {
        return status == ContainerStatus.STOPPED;
    }

    /** Whether it is as far as it gets: running, or ended. */
    boolean isSettled() {
        return status.reached(definition.steady());
    }

    /** How far a task has come of which this is the container that has come the least far. */
    ContainerStatus farAsTask() {
        if (isSettled()) {
            return isStopped() ? ContainerStatus.STOPPED : ContainerStatus.RUNNING;
        }
        return status.isRunning() ? ContainerStatus.CREATED : status;
    }

    /** Whether its process ran at some time. */
    boolean hasRun() {
        return startedAt.isPresent() || exitCode.isPresent() && run > 0;
    }

    /** Whether the engine never heard of it. */
    boolean isUntouched() {
        return run == 0 && !isStopped();
    }

    /** Whether it ended and its policy has it run again. */
    boolean isToRestart(Instant now) {
        return isStopped()
                && run > 0
                && exitCode.isPresent()
                && definition.restart().isPresent()
                && definition.restart().get().allows(exitCode.getAsInt(), sinceStart(now));
    }

    /** How long its process has been running. */
    Duration sinceStart(Instant now) {
        return startedAt.map(start -> Duration.between(start, now)).orElse(Duration.ZERO);
    }

    Container starting(Instant now) {
        return new Container(
                definition,
                run + 1,
                isUntouched() ? status : ContainerStatus.NONE,
                Health.UNKNOWN,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Asked.START,
                now);
    }

    Container asked(Asked what, Instant now) {
        return new Container(definition, run, status, health, exitCode, error, startedAt, what, now);
    }

    /** Ended before it began, because its task stops. */
    Container spared() {
        return ended(OptionalInt.empty(), Optional.empty());
    }

    /** Ended before it began, because what it waits for cannot come. */
    Container givenUp(String dependency) {
        var cause = ContainerError.cannotStart("dependency `" + dependency + "` did not come");
        return ended(OptionalInt.of(TERMINATED), Optional.of(cause));
    }

    private Container ended(OptionalInt code, Optional<ContainerError> cause) {
        return new Container(
                definition, run, ContainerStatus.STOPPED, Health.UNKNOWN, code, cause, startedAt, asked, askedAt);
    }

    /** With what was seen, unless it is old or tells nothing. */
    Container saw(ContainerSeen seen, Instant now) {
        if (!seen.isNewsTo(run, status)) {
            return this;
        }
        var refused = asked == Asked.STOP
                && seen.status() != ContainerStatus.STOPPED
                && seen.error().isPresent();
        var started = startedAt.isEmpty() && seen.status().isRunning();
        return new Container(
                definition,
                seen.run(),
                seen.status(),
                definition.healthChecked() ? seen.health() : Health.UNKNOWN,
                seen.exitCode(),
                seen.error(),
                started ? Optional.of(seen.at()) : startedAt,
                refused ? Asked.STOP_IN_VAIN : asked,
                refused ? now : askedAt);
    }
}
