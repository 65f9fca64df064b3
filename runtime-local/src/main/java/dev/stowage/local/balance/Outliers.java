package dev.stowage.local.balance;

import dev.stowage.local.clock.TimeScale;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which tasks a proxy leaves out for a while, because connections to them failed again and again. For one thread. */
public final class Outliers {

    private final TimeScale scale;
    private final Map<String, Failing> failing = new HashMap<>();

    private Outliers(TimeScale scale) {
        this.scale = scale;
    }

    /** None so far, with times so much shorter than on AWS. */
    public static Outliers none(TimeScale scale) {
        return new Outliers(scale);
    }

    /** A task with failures. */
    private static final class Failing {
        private final Deque<Instant> failures = new ArrayDeque<>();
        private Instant outUntil = Instant.MIN;
        private int timesOut;
    }

    /** A connection to that target failed. */
    public void failed(String key, Instant now) {
        var one = failing.computeIfAbsent(key, none -> new Failing());
        one.failures.addLast(now);
        while (one.failures.getFirst().isBefore(now.minus(scale.of(Proxy.WINDOW)))) {
            one.failures.removeFirst();
        }
        if (one.failures.size() >= Proxy.FAILURES) {
            one.failures.clear();
            one.timesOut++;
            var time = Proxy.SHORTEST.multipliedBy(one.timesOut);
            one.outUntil = now.plus(scale.of(time.compareTo(Proxy.LONGEST) < 0 ? time : Proxy.LONGEST));
        }
    }

    /** Whether that target gets nothing now. */
    public boolean isOut(String key, Instant now) {
        var one = failing.get(key);
        return one != null && now.isBefore(one.outUntil);
    }

    /** Nothing is known of that target any more. */
    public void forget(String key) {
        failing.remove(key);
    }
}
