package dev.stowage.synth.rule;

import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.semantics.RollingBounds;

/**
 * The two percentages of a rolling deployment, both known, and how to speak of them.
 *
 * @param minimum {@code MinimumHealthyPercent}
 * @param maximum {@code MaximumPercent}
 */
record Bounds(Reading<Integer> minimum, Reading<Integer> maximum) {

    int stuckUpTo() {
        return RollingBounds.stuckUpTo(minimum.or(0), maximum.or(0));
    }

    /** That a deployment cannot move between these numbers of tasks, with the arithmetic for the first. */
    String stuck(int from, int to) {
        var last = Math.min(to, stuckUpTo());
        var those = from == last ? "" : "with " + from + " to " + last + " of them ";
        var bounds = RollingBounds.of(from, minimum.or(0), maximum.or(0));
        var example = from == last ? "" : ": of " + from + ", " + kept(bounds);
        return from == last
                ? kept(bounds) + ", so that a deployment can neither stop nor start one."
                : those + "a deployment can neither stop nor start one" + example + ".";
    }

    private String kept(RollingBounds bounds) {
        return "at least " + bounds.lower() + " (" + minimum.or(0) + " %) must stay while at most " + bounds.upper()
                + " (" + maximum.or(0) + " %) may run";
    }

    /** The property that says most about the fault: a maximum that was written, or else the minimum. */
    String property() {
        return maximum.isWritten() ? "MaximumPercent" : "MinimumHealthyPercent";
    }

    /** The reading of that property. */
    Reading<Integer> written() {
        return maximum.isWritten() ? maximum : minimum;
    }

    /** The least maximum with which one task more than this many fits. */
    int enough(int count) {
        return 100 + (100 + count - 1) / count;
    }

    /** The greatest minimum with which one task less than this many is enough. */
    int little(int count) {
        return (int) (100L * (count - 1) / count);
    }
}
