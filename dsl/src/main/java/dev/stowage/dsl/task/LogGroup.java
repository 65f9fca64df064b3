package dev.stowage.dsl.task;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A log group in CloudWatch that several containers share. One made here keeps its entries for a month. */
@ValueStyle
@Value.Immutable
public sealed interface LogGroup extends Named<LogGroup>, Place permits ImmutableLogGroup {

    /** A new one; CloudFormation makes up its name in CloudWatch unless {@link #called} says one. */
    static LogGroup of(String name) {
        return ImmutableLogGroup.of(Particulars.of("log group", name, "of"));
    }

    /** One that exists, by {@code arn} or by its name: {@code existing("audit", id("/acme/audit"))}. */
    static LogGroup existing(String name, Locator at) {
        return ImmutableLogGroup.of(Particulars.of("log group", name, "existing"))
                .withLocator(at);
    }

    /** Has this name in CloudWatch: nothing that needs another group in its place can then be deployed. */
    default LogGroup called(String groupName) {
        return ImmutableLogGroup.copyOf(this)
                .withGroupName(groupName)
                .withParticulars(particulars().said("called"));
    }

    /** Keeps entries this long; left out, a month. */
    default LogGroup keep(Retention time) {
        return ImmutableLogGroup.copyOf(this)
                .withRetention(time)
                .withParticulars(particulars().said("keep"));
    }

    /** Is encrypted with this key; one that is made here lets CloudWatch Logs use it. */
    default LogGroup encryptedBy(Key key) {
        return ImmutableLogGroup.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    /**
     * Costs half as much to write to and can be searched, and nothing can be counted or measured in it: of the class
     * {@code INFREQUENT_ACCESS}, for good, because CloudWatch changes the class of no group.
     */
    default LogGroup infrequentAccess() {
        return ImmutableLogGroup.copyOf(this)
                .withIsInfrequent(true)
                .withParticulars(particulars().said("infrequentAccess"));
    }

    /**
     * Counts the entries that match a filter pattern of CloudWatch, such as {@code ERROR}, as a metric of this name in the
     * namespace that the group is called by.
     */
    default LogGroup count(String metric, String pattern) {
        var more = new ArrayList<>(metrics());
        more.add(new Counter(metric, pattern, "1"));
        return ImmutableLogGroup.copyOf(this)
                .withMetrics(more)
                .withParticulars(particulars().said("count " + metric));
    }

    /**
     * Measures what the entries say that match a filter pattern, such as {@code { $.latency > 0 }}: this part of each, such
     * as {@code $.latency}.
     */
    default LogGroup measure(String metric, String pattern, String value) {
        var more = new ArrayList<>(metrics());
        more.add(new Counter(metric, pattern, value));
        return ImmutableLogGroup.copyOf(this)
                .withMetrics(more)
                .withParticulars(particulars().said("count " + metric));
    }

    /** What is counted or measured in it under this name, for alarms. */
    default Metric metric(String metric) {
        return Metric.of(name(), metric);
    }

    @Override
    Particulars particulars();

    @Override
    default LogGroup particulars(Particulars particulars) {
        return ImmutableLogGroup.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** Its name in CloudWatch, where one was said. */
    Optional<String> groupName();

    /** The key that it is encrypted with; left out, one of CloudWatch Logs. */
    Optional<Key> encryption();

    /** Whether it is of the cheaper class, in which nothing is counted. */
    @Value.Default
    default boolean isInfrequent() {
        return false;
    }

    /** How long it keeps entries. */
    @Value.Default
    default Retention retention() {
        return Retention.ONE_MONTH;
    }

    /** What is counted in it. */
    List<Counter> metrics();

    /**
     * A number that is counted or measured in a log group.
     *
     * @param name the name of the metric
     * @param pattern which entries count
     * @param value what each adds: a number, or a part of the entry
     */
    record Counter(String name, String pattern, String value) {}
}
