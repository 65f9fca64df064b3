package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;

/** Where a container's output goes, by one of the log drivers that Fargate has. */
public sealed interface Logs permits CloudWatchLogs, SplunkLogs, RoutedLogs {

    /** To a log group in CloudWatch that is its own, kept this long. */
    static CloudWatchLogs cloudWatch(Retention kept) {
        var logs = ImmutableCloudWatchLogs.of(Lines.here("cloudWatch"));
        return kept.days().isPresent() ? logs.withDays(Whole.whole(kept.days().getAsInt())) : logs;
    }

    /** To a log group in CloudWatch that is its own, kept for so many days: one of the periods of {@link Retention}. */
    static CloudWatchLogs cloudWatch(Whole days) {
        return ImmutableCloudWatchLogs.of(Lines.here("cloudWatch")).withDays(days);
    }

    /** To this log group in CloudWatch, beside whoever else writes there. */
    static CloudWatchLogs cloudWatch(LogGroup group) {
        return ImmutableCloudWatchLogs.of(Lines.here("cloudWatch")).withGroup(group);
    }

    /** To the HTTP event collector of Splunk at this address, with its token. */
    static SplunkLogs splunk(String url, Secret token) {
        return splunk(Text.text(url), token);
    }

    /** To the HTTP event collector of Splunk at an address that is known only at deployment. */
    static SplunkLogs splunk(Text url, Secret token) {
        return ImmutableSplunkLogs.of(url, token, Lines.here("splunk"));
    }

    /** To the log router of its task, a container that says {@link ContainerWords#logRouter}. */
    static RoutedLogs routed() {
        return ImmutableRoutedLogs.of(Lines.here("routed"));
    }

    /** Where its words were said. */
    Lines lines();
}
