package dev.stowage.synth.emit.cloudwatch;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.observe.Threshold;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CloudWatchAlarm.Dimension;
import dev.stowage.schema.resource.CloudWatchCompositeAlarm;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import java.util.ArrayList;

/** An alarm on a metric, or on other alarms. */
public final class AlarmEmitter {

    private static final String ALARM = "Alarm";
    private static final int MINUTE = 60;
    private static final int DAY = 24 * 60 * MINUTE;

    /** CloudWatch looks back a day, or a week for times of an hour and more. */
    private static final int WEEK = 7 * DAY;

    private final Alarm alarm;
    private final Emission out;

    private AlarmEmitter(Alarm alarm, Emission out) {
        this.alarm = alarm;
        this.out = out;
    }

    /** Adds an alarm. */
    public static void emit(Alarm alarm, Emission out) {
        var emitter = new AlarmEmitter(alarm, out);
        if (alarm.threshold().isPresent()) {
            emitter.onMetric(alarm.threshold().get());
        } else {
            emitter.onAlarms();
        }
    }

    /** The name of an alarm that is made here, in CloudWatch. */
    static Node name(Alarm alarm, Emission out) {
        return isOfService(alarm, out) && out.estate().isOwner(out.stack(), alarm)
                ? spelled(alarm, out)
                : out.ref(alarm, ALARM);
    }

    /**
     * An alarm of a service that the service itself listens to is a circle, were it not for a name that both can spell out.
     */
    private static boolean isOfService(Alarm alarm, Emission out) {
        for (var thing : out.estate().mentioned(alarm)) {
            if (thing instanceof Service) {
                return true;
            }
        }
        return false;
    }

    private static Node spelled(Alarm alarm, Emission out) {
        return CallNode.of(
                "Fn::Sub", TextNode.of("${AWS::StackName}-" + out.estate().stem(alarm)));
    }

    private void onMetric(Threshold threshold) {
        var at = alarm.particulars().birth();
        var metric = threshold.metric();
        var properties = CloudWatchAlarm.of()
                .said(at)
                .namespace(metric.namespace())
                .metricName(metric.name())
                .comparisonOperator(threshold.comparison().operator())
                .threshold(threshold.limit())
                .period(period(threshold))
                .evaluationPeriods(threshold.times())
                .treatMissingData(threshold.missing());
        properties = threshold.bad() == threshold.times() ? properties : properties.datapointsToAlarm(threshold.bad());
        properties = metric.statistic().startsWith("p")
                ? properties.extendedStatistic(metric.statistic())
                : properties.statistic(metric.statistic());
        if (!metric.dimensions().isEmpty()) {
            var dimensions = new ArrayList<Dimension>(metric.dimensions().size());
            for (var dimension : metric.dimensions()) {
                dimensions.add(Dimension.of()
                        .name(dimension.name())
                        .value(dimension.value().in(out)));
            }
            properties = properties.dimensions(dimensions);
        }
        if (!alarm.told().isEmpty()) {
            var told = told();
            properties = properties
                    .said(alarm.particulars().at("tells"))
                    .alarmActions(told)
                    .okActions(told);
        }
        properties = isOfService(alarm, out) ? properties.said(at).alarmName(spelled(alarm, out)) : properties;
        check(metric);
        out.add(Draft.of(alarm, ALARM, CloudWatchAlarm.TYPE, properties).kind(Kind.ALARM));
    }

    private int period(Threshold threshold) {
        var metric = threshold.metric();
        var at = Said.of("alarm", alarm.name(), "every", metric.lines().at("every"));
        var seconds = out.seconds(metric.period(), at);
        var isShort = seconds == 10 || seconds == 20 || seconds == 30;
        if (!isShort && (seconds < MINUTE || seconds % MINUTE != 0 || seconds > DAY)) {
            out.find(
                    "alarm.period",
                    at,
                    "The alarm `" + alarm.name() + "` looks at a metric every " + seconds
                            + " s, and CloudWatch takes 10, 20 or 30 s, or whole minutes up to a day.",
                    "Write .every(ofMinutes(5)), or leave it out.");
        }
        var times = Said.of("alarm", alarm.name(), "times", threshold.lines().at("times"));
        var longest = seconds >= 60 * MINUTE ? WEEK : DAY;
        if (threshold.bad() < 1
                || threshold.bad() > threshold.times()
                || (long) seconds * threshold.times() > longest) {
            out.find(
                    "alarm.times",
                    times,
                    "The alarm `" + alarm.name() + "` goes off when " + threshold.bad() + " of " + threshold.times()
                            + " times of " + seconds
                            + " s are bad, and CloudWatch looks at 1 or more, back to a day, or a "
                            + "week for times of an hour.",
                    "Write .times(2, 3).");
        }
        return seconds;
    }

    private void check(Metric metric) {
        for (var group : out.estate().logGroups()) {
            if (group.name().equals(metric.namespace())) {
                for (var counter : group.metrics()) {
                    if (counter.name().equals(metric.name())) {
                        return;
                    }
                }
                out.find(
                        "alarm.metric",
                        Said.of("alarm", alarm.name(), "of", metric.lines().birth()),
                        "The alarm `" + alarm.name() + "` looks at `" + metric.name() + "` of log group `"
                                + group.name() + "`, which counts no such thing.",
                        "Let the group count it: .count(\"" + metric.name() + "\", \"…\").");
            }
        }
    }

    private void onAlarms() {
        var words = new ArrayList<Node>();
        for (var part : alarm.parts()) {
            words.add(TextNode.of(
                    words.isEmpty() ? "ALARM(\"" : alarm.isOfAll() ? "\") AND ALARM(\"" : "\") OR ALARM(\""));
            words.add(Signals.name(out.estate().current(part), out));
        }
        words.add(TextNode.of("\")"));
        var properties = CloudWatchCompositeAlarm.of()
                .said(alarm.particulars().birth())
                .alarmRule(Functions.join("", ListNode.of(words)));
        if (!alarm.told().isEmpty()) {
            var told = told();
            properties = properties
                    .said(alarm.particulars().at("tells"))
                    .alarmActions(told)
                    .okActions(told);
        }
        out.add(Draft.of(alarm, ALARM, CloudWatchCompositeAlarm.TYPE, properties)
                .kind(Kind.ALARM));
    }

    private ListNode told() {
        var topics = new ArrayList<Node>(alarm.told().size());
        for (var said : alarm.told()) {
            topics.add(Arns.of(said, "", out));
        }
        return ListNode.of(topics);
    }
}
