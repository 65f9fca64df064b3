package dev.stowage.dsl.observe;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A measurement of CloudWatch: the average of each minute, unless words say another statistic or a longer time. Services,
 * queues, load balancers and log groups tell theirs.
 */
@ValueStyle
@Value.Immutable
public sealed interface Metric permits ImmutableMetric {

    /** One of a namespace of CloudWatch, such as {@code AWS/RDS}. */
    static Metric of(String namespace, String name) {
        return ImmutableMetric.of(namespace, name, Lines.here("of"));
    }

    /** That of the thing with this value of a dimension. */
    default Metric by(String dimension, String value) {
        return by(dimension, Text.text(value));
    }

    /** That of the thing with this value of a dimension, known only at deployment. */
    default Metric by(String dimension, Text value) {
        var all = new ArrayList<>(dimensions());
        all.add(new Dimension(dimension, value));
        return ImmutableMetric.copyOf(this).withDimensions(all);
    }

    /** All values of a time, added up. */
    default Metric sum() {
        return ImmutableMetric.copyOf(this).withStatistic("Sum");
    }

    /** The average of all values of a time. */
    default Metric average() {
        return ImmutableMetric.copyOf(this).withStatistic("Average");
    }

    /** The largest value of a time. */
    default Metric maximum() {
        return ImmutableMetric.copyOf(this).withStatistic("Maximum");
    }

    /** The smallest value of a time. */
    default Metric minimum() {
        return ImmutableMetric.copyOf(this).withStatistic("Minimum");
    }

    /** How many values a time has. */
    default Metric samples() {
        return ImmutableMetric.copyOf(this).withStatistic("SampleCount");
    }

    /** The value that so many percent of all values of a time do not exceed, such as 99 or 99.9. */
    default Metric percentile(double percent) {
        var whole = (long) percent;
        return ImmutableMetric.copyOf(this).withStatistic("p" + (whole == percent ? "" + whole : "" + percent));
    }

    /** One value for each time of this length: 10 s, 20 s, 30 s, or whole minutes up to a day. */
    default Metric every(Duration time) {
        return ImmutableMetric.copyOf(this).withPeriod(time).withLines(lines().and("every"));
    }

    /** Bad where it is above this. */
    default Threshold above(double limit) {
        return Threshold.of(this, Threshold.Comparison.ABOVE, limit);
    }

    /** Bad where it is this or above. */
    default Threshold atLeast(double limit) {
        return Threshold.of(this, Threshold.Comparison.AT_LEAST, limit);
    }

    /** Bad where it is below this. */
    default Threshold below(double limit) {
        return Threshold.of(this, Threshold.Comparison.BELOW, limit);
    }

    /** Bad where it is this or below. */
    default Threshold atMost(double limit) {
        return Threshold.of(this, Threshold.Comparison.AT_MOST, limit);
    }

    /** Its namespace in CloudWatch. */
    String namespace();

    /** Its name there. */
    String name();

    /** Of what it is. */
    List<Dimension> dimensions();

    /** What is made of the values of a time, as CloudWatch calls it. */
    @Value.Default
    default String statistic() {
        return "Average";
    }

    /** The length of a time. */
    @Value.Default
    default Duration period() {
        return Duration.ofMinutes(1);
    }

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /**
     * Of what a metric is.
     *
     * @param name what is told apart, such as {@code QueueName}
     * @param value which one it is
     */
    record Dimension(String name, Text value) {

        public Dimension {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }
}
