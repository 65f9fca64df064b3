package dev.stowage.local.engine;

import dev.stowage.local.clock.Clock;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** Faults by chance, from a seed, until a moment; or none. */
final class RandomFaults implements Faults {

    /** Of so many orders and changes one goes wrong. */
    private static final int ONE_IN = 16;

    static final Faults NONE = new RandomFaults(new SplittableRandom(0), Optional.empty(), Instant.MIN);

    private final SplittableRandom random;
    private final Optional<Clock> clock;
    private final Instant until;

    private RandomFaults(SplittableRandom random, Optional<Clock> clock, Instant until) {
        this.random = random;
        this.clock = clock;
        this.until = until;
    }

    static Faults of(long seed, Clock clock, Instant until) {
        return new RandomFaults(new SplittableRandom(seed), Optional.of(clock), until);
    }

    @Override
    public Duration delay(Duration usual) {
        return isOver() ? usual : usual.multipliedBy(random.nextInt(1, 31)).dividedBy(10);
    }

    @Override
    public Optional<ContainerError> refusal(Order order) {
        if (!strikes()) {
            return Optional.empty();
        }
        var isStart = order instanceof Order.Start;
        return Optional.of(isStart ? ContainerError.cannotStart("no luck") : ContainerError.cannotStop("no luck"));
    }

    @Override
    public boolean loses() {
        return strikes();
    }

    @Override
    public boolean doubles() {
        return strikes();
    }

    private boolean strikes() {
        return !isOver() && random.nextInt(ONE_IN) == 0;
    }

    private boolean isOver() {
        return clock.isEmpty() || !clock.get().now().isBefore(until);
    }
}
