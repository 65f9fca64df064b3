package dev.stowage.dsl.observe;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * A sign of trouble of the very service that it is said of. It becomes an alarm of that service, which goes off when two of
 * three minutes are bad; minutes without a measurement are good.
 */
@ValueStyle
@Value.Immutable
public sealed interface Symptom extends Signal permits ImmutableSymptom {

    /** More than so many percent of the requests that the load balancer passes on are answered with 5xx. */
    static Symptom errorsAbove(double percent) {
        return ImmutableSymptom.of(Measure.ERRORS, percent, Lines.here("errorsAbove"));
    }

    /** One in twenty requests takes longer than this, from the load balancer to the task and back. */
    static Symptom latencyAbove(Duration time) {
        return ImmutableSymptom.of(Measure.LATENCY, time.toMillis() / 1000.0, Lines.here("latencyAbove"));
    }

    /** Tasks use more than so many percent of their CPU, on average. */
    static Symptom cpuAbove(double percent) {
        return ImmutableSymptom.of(Measure.CPU, percent, Lines.here("cpuAbove"));
    }

    /** Tasks use more than so many percent of their memory, on average. */
    static Symptom memoryAbove(double percent) {
        return ImmutableSymptom.of(Measure.MEMORY, percent, Lines.here("memoryAbove"));
    }

    /** What is measured. */
    Measure measure();

    /** Above which value it is bad: percent, or seconds. */
    double limit();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** What can be measured of a service. */
    enum Measure {
        /** Answers of 5xx, in percent of all requests. */
        ERRORS,
        /** The time to answer that 95 of 100 requests keep, in seconds. */
        LATENCY,
        /** CPU, in percent of what the tasks have. */
        CPU,
        /** Memory, in percent of what the tasks have. */
        MEMORY
    }
}
