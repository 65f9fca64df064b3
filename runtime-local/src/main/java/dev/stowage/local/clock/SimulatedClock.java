package dev.stowage.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved: whoever sleeps on it wakes at once, and it is later. */
public final class SimulatedClock implements Clock {

    private final Instant start;
    private final AtomicLong nanos = new AtomicLong();
    private final Queue<Instant> alarms = new PriorityQueue<>();

    private SimulatedClock(Instant start) {
        this.start = start;
    }

    /** A clock that shows this moment. */
    public static SimulatedClock at(Instant start) {
        return new SimulatedClock(start);
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos.get());
    }

    /** Moves on to that moment, or to the next alarm where one comes first. Never moves back. */
    @Override
    public void sleepUntil(Instant until) {
        var alarm = alarms.peek();
        advanceTo(alarm != null && alarm.isBefore(until) ? alarm : until);
    }

    /** Has the next sleeper wake at that moment if it sleeps longer. */
    public void alarm(Instant at) {
        alarms.add(at);
    }

    /** Moves on, past all alarms on the way. */
    public void advance(Duration by) {
        advanceTo(now().plus(by));
    }

    /** Sets the clock forward or back, as a time server does: nobody wakes, and no alarm is moved. */
    public void jump(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    private void advanceTo(Instant moment) {
        if (moment.isAfter(now())) {
            nanos.set(Duration.between(start, moment).toNanos());
        }
        while (!alarms.isEmpty() && !alarms.peek().isAfter(now())) {
            alarms.remove();
        }
    }
}
