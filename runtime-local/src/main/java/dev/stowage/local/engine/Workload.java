package dev.stowage.local.engine;

import dev.stowage.local.task.ContainerError;
import java.time.Duration;
import java.util.Optional;

/**
 * How containers of an image behave in the {@link FakeEngine}.
 *
 * @param start how long it takes to pull and start one
 * @param refusal why none starts, where none does
 * @param lifetime how long one runs before it ends by itself
 * @param exitCode with what it ends then
 * @param firstHealth how long it takes for the first verdict of its check or its target group
 * @param healthy whether that verdict is a good one
 * @param heedsSignals whether it ends at the stop signal, not only when it is killed
 */
public record Workload(
        Duration start,
        Optional<ContainerError> refusal,
        Optional<Duration> lifetime,
        int exitCode,
        Duration firstHealth,
        boolean healthy,
        boolean heedsSignals) {

    /** Starts within a second, is healthy after ten, runs for ever and heeds the stop signal. */
    public static final Workload SOUND = new Workload(
            Duration.ofSeconds(1), Optional.empty(), Optional.empty(), 0, Duration.ofSeconds(10), true, true);

    /** The same, taking so long to start. */
    public Workload startingIn(Duration time) {
        return new Workload(time, refusal, lifetime, exitCode, firstHealth, healthy, heedsSignals);
    }

    /** The same, except that none starts. */
    public Workload refused(ContainerError error) {
        return new Workload(start, Optional.of(error), lifetime, exitCode, firstHealth, healthy, heedsSignals);
    }

    /** The same, ending by itself after so long. */
    public Workload endingAfter(Duration time, int code) {
        return new Workload(start, refusal, Optional.of(time), code, firstHealth, healthy, heedsSignals);
    }

    /** The same, getting its first verdict after so long. */
    public Workload healthyAfter(Duration time) {
        return new Workload(start, refusal, lifetime, exitCode, time, true, heedsSignals);
    }

    /** The same, found unhealthy after so long. */
    public Workload unhealthyAfter(Duration time) {
        return new Workload(start, refusal, lifetime, exitCode, time, false, heedsSignals);
    }

    /** The same, ending only when it is killed. */
    public Workload ignoringSignals() {
        return new Workload(start, refusal, lifetime, exitCode, firstHealth, healthy, false);
    }
}
