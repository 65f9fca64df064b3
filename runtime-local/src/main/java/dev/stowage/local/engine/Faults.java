package dev.stowage.local.engine;

import dev.stowage.local.clock.Clock;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What goes wrong in a {@link FakeEngine}, over and above what its workloads do. */
public interface Faults {

    /** Nothing goes wrong, and everything takes as long as it should. */
    static Faults none() {
        return RandomFaults.NONE;
    }

    /** Until that moment a few things in a hundred go wrong, always the same ones for the same seed. */
    static Faults random(long seed, Clock clock, Instant until) {
        return RandomFaults.of(seed, clock, until);
    }

    /** How long something takes that usually takes so long. */
    Duration delay(Duration usual);

    /** Why the engine will not carry out an order, where it will not. */
    Optional<ContainerError> refusal(Order order);

    /** Whether a change is not told. */
    boolean loses();

    /** Whether a change is told a second time. */
    boolean doubles();
}
