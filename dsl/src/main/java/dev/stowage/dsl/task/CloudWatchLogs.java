package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.expression.Whole;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Output that goes to a log group in CloudWatch. Up to 25 MiB of it wait in memory; beyond that lines are dropped, so that a
 * slow log never stops a container.
 */
@ValueStyle
@Value.Immutable
public sealed interface CloudWatchLogs extends Logs permits ImmutableCloudWatchLogs {

    /** Drops no line: the container stands still while CloudWatch cannot be reached, and may fail its health check. */
    default CloudWatchLogs mustNotLose() {
        return ImmutableCloudWatchLogs.copyOf(this).withIsBlocking(true).withLines(lines().and("mustNotLose"));
    }

    /** Lets so many MiB wait before lines are dropped; left out, 25. They count as memory of the task. */
    default CloudWatchLogs buffer(int mib) {
        return ImmutableCloudWatchLogs.copyOf(this).withBuffer(mib).withLines(lines().and("buffer"));
    }

    /** Takes lines together: an entry begins with a line that matches this regular expression; left out, with every line. */
    default CloudWatchLogs entriesBegin(String pattern) {
        return ImmutableCloudWatchLogs.copyOf(this)
                .withEntryPattern(pattern)
                .withEntryDate(Optional.empty())
                .withLines(lines().and("entriesBegin"));
    }

    /**
     * Takes lines together: an entry begins with a line in which a date of this form stands, in the letters of {@code strftime}
     * such as {@code %Y-%m-%d %H:%M:%S}. In place of {@link #entriesBegin}: of the two, the last one said counts.
     */
    default CloudWatchLogs entriesDated(String format) {
        return ImmutableCloudWatchLogs.copyOf(this)
                .withEntryDate(format)
                .withEntryPattern(Optional.empty())
                .withLines(lines().and("entriesDated"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** For how many days; none for ever, and for a group that says so itself. */
    Optional<Whole> days();

    /** The group that it shares with others. */
    Optional<LogGroup> group();

    /** Whether the container waits for CloudWatch. */
    @Value.Default
    default boolean isBlocking() {
        return false;
    }

    /** The MiB that may wait. */
    @Value.Default
    default int buffer() {
        return 25;
    }

    /** How the first line of an entry looks. */
    Optional<String> entryPattern();

    /** How the date looks that stands in the first line of an entry. */
    Optional<String> entryDate();
}
