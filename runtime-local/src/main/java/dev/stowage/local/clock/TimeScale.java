package dev.stowage.local.clock;

import java.time.Duration;

/**
 * How many times faster than AWS a run waits. It divides the delays of services (how long a task must run to count as
 * healthy, the back-off of starts), never those of containers (stop timeouts, health checks).
 */
public record TimeScale(int factor) {

    /** As slow as AWS. */
    public static final TimeScale REAL = new TimeScale(1);

    /** A scale of at least 1. */
    public TimeScale {
        if (factor < 1) {
            throw new IllegalArgumentException("`factor` is " + factor + ", at least 1 is wanted");
        }
    }

    /** What a delay of AWS takes here. */
    public Duration of(Duration delay) {
        return factor == 1 ? delay : delay.dividedBy(factor);
    }
}
