package dev.stowage.synth.emit.sns;

import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Subscription;
import dev.stowage.dsl.messaging.Subscription.Clause;
import dev.stowage.dsl.messaging.Subscription.Test;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.SnsSubscription;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** What a queue hears of topics. A topic has one subscription of a queue, whose filter SNS asks of each message. */
public final class Subscriptions {

    private final MessageQueue queue;
    private final Said at;
    private final Emission out;

    private Subscriptions(MessageQueue queue, Emission out) {
        this.queue = queue;
        this.at = queue.particulars().at("hears");
        this.out = out;
    }

    /**
     * Adds the subscriptions of a queue, and answers what lets its topics send to it.
     *
     * @param arn the resource name of the queue
     */
    public static List<Node> emit(MessageQueue queue, Node arn, Emission out) {
        return new Subscriptions(queue, out).emit(arn);
    }

    private List<Node> emit(Node arn) {
        var heard = new TreeMap<String, Subscription>();
        var sources = new ArrayList<Node>();
        for (var subscription : queue.subscriptions()) {
            check(subscription);
            var topic = subscription.topic();
            if (heard.put(topic.key(), subscription) != null) {
                out.find(
                        "queue.hears.twice",
                        at,
                        "`" + queue.name() + "` hears the topic `" + topic.name()
                                + "` twice, and SNS keeps one subscription of a queue to a topic.",
                        "Write one .hears(…) of the topic: .where(\"kind\", \"order\", \"refund\") takes several values.");
                continue;
            }
            sources.add(Arns.of(topic, "", out));
            subscribe(subscription, arn);
        }
        return List.of(admission(sources, arn));
    }

    private void check(Subscription subscription) {
        var topic = out.estate().current(subscription.topic());
        if (queue.isFifo() && topic.locator().isEmpty() && !topic.isFifo()) {
            out.find(
                    "queue.hears.order",
                    at,
                    "`" + queue.name()
                            + "` keeps the order of messages, and SNS sends it those of topics only that do so,"
                            + " too, which `" + topic.name() + "` does not.",
                    "Write .fifo() on the topic, or leave it out of the queue.");
        }
    }

    private void subscribe(Subscription subscription, Node arn) {
        var topic = subscription.topic();
        var properties = SnsSubscription.of()
                .said(at)
                .topicArn(Arns.of(topic, "", out))
                .protocol("sqs")
                .endpoint(arn);
        if (!subscription.isEnveloped()) {
            properties = properties.rawMessageDelivery(true);
        }
        if (!subscription.clauses().isEmpty()) {
            properties = properties
                    .said(Said.of(
                            "queue", queue.name(), "where", subscription.lines().last()))
                    .filterPolicy(filter(subscription))
                    .filterPolicyScope(subscription.isOfBody() ? "MessageBody" : "MessageAttributes");
        }
        out.add(Draft.of(queue, out.estate().stem(topic) + "Subscription", SnsSubscription.TYPE, properties)
                .at(at));
    }

    /** The tests of one attribute stand in one list, of which one has to hold. */
    private static ObjectNode filter(Subscription subscription) {
        var tests = new LinkedHashMap<String, List<Node>>();
        for (var clause : subscription.clauses()) {
            var list = tests.get(clause.attribute());
            if (list == null) {
                list = new ArrayList<>();
                tests.put(clause.attribute(), list);
            }
            add(clause, list);
        }
        var filter = ObjectNode.empty();
        for (var test : tests.entrySet()) {
            filter = filter.with(test.getKey(), ListNode.of(test.getValue()));
        }
        return filter;
    }

    private static void add(Clause clause, List<Node> tests) {
        if (clause.test() == Test.BEGINS) {
            tests.add(ObjectNode.of("prefix", TextNode.of(clause.values().get(0))));
            return;
        }
        var values = new ArrayList<Node>(clause.values().size());
        for (var value : clause.values()) {
            values.add(TextNode.of(value));
        }
        if (clause.test() == Test.IS) {
            tests.addAll(values);
        } else {
            tests.add(ObjectNode.of("anything-but", ListNode.of(values)));
        }
    }

    private static Node admission(List<Node> topics, Node queue) {
        return ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", ObjectNode.of("Service", TextNode.of("sns.amazonaws.com")))
                .with("Action", "sqs:SendMessage")
                .with("Resource", queue)
                .with(
                        "Condition",
                        ObjectNode.of(
                                "ArnEquals",
                                ObjectNode.of(
                                        "aws:SourceArn", topics.size() == 1 ? topics.get(0) : ListNode.of(topics))));
    }
}
