package dev.stowage.synth.emit.cloudwatch;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CloudWatchAlarm.Dimension;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;

/** The alarm of a dead-letter queue: it goes off while anything is in it. */
public final class DeadLetterAlarm {

    private DeadLetterAlarm() {}

    /**
     * Adds the alarm.
     *
     * @param thing whose failures the queue keeps
     * @param queue the name of the queue
     * @param topic who is told, by resource name
     * @param at the word that asked for it
     */
    public static void emit(Thing thing, Node queue, Node topic, Said at, Emission out) {
        var alarm = CloudWatchAlarm.of()
                .said(at)
                .alarmDescription(
                        "What failed for good of " + thing.particulars().kind() + " " + thing.name())
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(Dimension.of().name("QueueName").value(queue))
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(0)
                .comparisonOperator("GreaterThanThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(ListNode.of(topic));
        out.add(Draft.of(thing, "DeadLetterAlarm", CloudWatchAlarm.TYPE, alarm)
                .kind(Kind.ALARM)
                .at(at));
    }
}
