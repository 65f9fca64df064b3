package dev.stowage.local.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How often may be asked: 40 times a second, 60 times at once (the agent's {@code ECS_TASK_METADATA_RPS_LIMIT}). */
final class RateLimit {

    private static final double PER_SECOND = 40;
    private static final double AT_ONCE = 60;

    private final Supplier<Instant> clock;
    private double left = AT_ONCE;
    private Instant at;

    RateLimit(Supplier<Instant> clock) {
        this.clock = clock;
        this.at = clock.get();
    }

    /** Whether one more may be asked now. */
    synchronized boolean admits() {
        var now = clock.get();
        var passed = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
        left = Math.min(AT_ONCE, left + passed * PER_SECOND);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
