package dev.stowage.dsl.observe;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** When a metric is bad: beyond a limit, for so many of the last times. Times without a value are good unless words say so. */
@ValueStyle
@Value.Immutable
public sealed interface Threshold permits ImmutableThreshold {

    /** A limit of a metric. */
    static Threshold of(Metric metric, Comparison comparison, double limit) {
        return ImmutableThreshold.of(metric, comparison, limit, Lines.here(comparison.word()));
    }

    /** Counts only where so many of the last times are bad; left out, where the last one is. */
    default Threshold times(int bad, int of) {
        return ImmutableThreshold.copyOf(this).withBad(bad).withTimes(of).withLines(lines().and("times"));
    }

    /** Takes a time without a value for bad. */
    default Threshold missingIsBad() {
        return ImmutableThreshold.copyOf(this).withMissing("breaching");
    }

    /** Leaves things as they are where a time has no value. */
    default Threshold missingChangesNothing() {
        return ImmutableThreshold.copyOf(this).withMissing("ignore");
    }

    /** What is measured. */
    Metric metric();

    /** On which side of the limit it is bad. */
    Comparison comparison();

    /** The limit. */
    double limit();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** How many times are bad. */
    @Value.Default
    default int bad() {
        return 1;
    }

    /** Of how many. */
    @Value.Default
    default int times() {
        return 1;
    }

    /** What a time without a value is, as CloudWatch calls it. */
    @Value.Default
    default String missing() {
        return "notBreaching";
    }

    /** On which side of a limit a value is bad. */
    enum Comparison {
        /** Above it. */
        ABOVE("above", "GreaterThanThreshold"),
        /** At it or above. */
        AT_LEAST("atLeast", "GreaterThanOrEqualToThreshold"),
        /** Below it. */
        BELOW("below", "LessThanThreshold"),
        /** At it or below. */
        AT_MOST("atMost", "LessThanOrEqualToThreshold");

        private final String word;
        private final String operator;

        Comparison(String word, String operator) {
            this.word = word;
            this.operator = operator;
        }

        /** The word that says it. */
        public String word() {
            return word;
        }

        /** Its name in CloudWatch. */
        public String operator() {
            return operator;
        }
    }
}
