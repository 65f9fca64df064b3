package dev.stowage.local.run;

import dev.stowage.local.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The time of day. Whoever sleeps on it is woken by {@link #wake()}; a call while nobody sleeps ends the next sleep at once. */
final class WallClock implements Clock {

    /** How long one wait lasts at most, so that a laptop that slept, or whose clock was set, is noticed. */
    private static final Duration GLANCE = Duration.ofSeconds(30);

    private final Semaphore bell = new Semaphore(0);

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleepUntil(Instant until) {
        var left = Duration.between(now(), until);
        var wait = left.compareTo(GLANCE) < 0 ? left : GLANCE;
        try {
            if (bell.tryAcquire(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes the sleeper: something happened. From any thread. */
    void wake() {
        bell.release();
    }
}
