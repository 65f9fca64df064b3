package dev.stowage.schema.semantics.routing;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** How requests are divided by weight. */
public final class Shares {

    private Shares() {}

    /**
     * Which of several gets a request: each its weight's part of the sum; none where all weights are 0.
     *
     * @param weights 0 or more each
     * @param point where a random number fell, from 0 to below 1
     */
    public static OptionalInt pick(List<Integer> weights, double point) {
        var sum = 0L;
        for (var weight : weights) {
            sum += weight;
        }
        var rest = (long) (point * sum);
        for (var place = 0; place < weights.size(); place++) {
            rest -= weights.get(place);
            if (rest < 0) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The part of a full share that a target gets which is starting slowly: it grows evenly.
     *
     * @param since how long it has been starting
     * @param whole how long that takes; zero for at once
     * @return 0 to 1
     */
    public static double whileStarting(Duration since, Duration whole) {
        if (since.compareTo(whole) >= 0) {
            return 1;
        }
        return since.isNegative() ? 0 : (double) since.toNanos() / whole.toNanos();
    }
}
