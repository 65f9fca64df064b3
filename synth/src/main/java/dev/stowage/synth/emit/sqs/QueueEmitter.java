package dev.stowage.synth.emit.sqs;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.SqsQueue;
import dev.stowage.schema.resource.SqsQueuePolicy;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.sns.Subscriptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A queue, and the one behind it for messages that no reader could take in. */
public final class QueueEmitter {

    /** The end of the logical id of a queue. */
    public static final String QUEUE = "Queue";

    /** The end of the logical id of the queue for what failed. */
    public static final String DEAD_LETTERS = "DeadLetterQueue";

    /** As long as SQS can keep anything: 14 days, so that somebody can look at what failed. */
    private static final int LONGEST = 14 * 24 * 3600;

    private static final int ATTEMPTS = 5;
    private static final int MOST_ATTEMPTS = 1000;

    private final MessageQueue queue;
    private final Emission out;

    private QueueEmitter(MessageQueue queue, Emission out) {
        this.queue = queue;
        this.out = out;
    }

    /** Adds a queue that is made here. */
    public static void emit(MessageQueue queue, Emission out) {
        new QueueEmitter(queue, out).emit();
    }

    /** Adds a queue for what a thing could not deliver; answers its Amazon resource name. */
    public static Node deadLetters(Thing thing, boolean isFifo, Said at, Emission out) {
        return deadLetters(thing, SqsQueue.of().said(at).sqsManagedSseEnabled(true), isFifo, at, out);
    }

    private static Node deadLetters(Thing thing, SqsQueue encrypted, boolean isFifo, Said at, Emission out) {
        var properties = encrypted.said(at).messageRetentionPeriod(LONGEST);
        out.add(Draft.of(thing, DEAD_LETTERS, SqsQueue.TYPE, isFifo ? properties.fifoQueue(true) : properties)
                .kind(Kind.DEAD_LETTER_QUEUE)
                .at(at));
        return out.ref(thing, DEAD_LETTERS, "Arn");
    }

    /** Lets a rule of EventBridge send to the dead-letter queue of its own. */
    public static void admitRule(Thing rule, Node arn, Emission out) {
        admit(
                rule,
                DEAD_LETTERS,
                ObjectNode.of("ArnEquals", ObjectNode.of("aws:SourceArn", arn)),
                rule.particulars().birth().because("EventBridge sends what failed to it"),
                out);
    }

    private static void admit(Thing thing, String queue, ObjectNode condition, Said at, Emission out) {
        admit(thing, queue, List.of(admission(out.ref(thing, queue, "Arn"), condition)), at, out);
    }

    /** What lets EventBridge send to a queue under a condition. */
    private static Node admission(Node queue, ObjectNode condition) {
        return ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", ObjectNode.of("Service", TextNode.of("events.amazonaws.com")))
                .with("Action", "sqs:SendMessage")
                .with("Resource", queue)
                .with("Condition", condition);
    }

    private static void admit(Thing thing, String queue, List<Node> statements, Said at, Emission out) {
        var document = ObjectNode.of("Version", TextNode.of("2012-10-17")).with("Statement", ListNode.of(statements));
        var policy =
                SqsQueuePolicy.of().queues(ListNode.of(out.ref(thing, queue))).policyDocument(document);
        out.add(Draft.of(thing, "QueuePolicy", SqsQueuePolicy.TYPE, policy).at(at));
    }

    /** What an attribute of a queue is to an expression: {@code QueueUrl}, {@code QueueName} or {@code Arn}. */
    public static Node attribute(MessageQueue queue, String attribute, Emission out) {
        var current = out.estate().current(queue);
        if (attribute.equals("Arn")) {
            return Arns.of(current, "", out);
        }
        if (current.locator().isEmpty()) {
            return out.ref(current, QUEUE, attribute);
        }
        var name = name(current, out);
        if (attribute.equals("QueueName")) {
            return name;
        }
        if (current.locator().get() instanceof Arn arn) {
            return url(arn.value());
        }
        var url = "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/";
        return name instanceof TextNode text
                ? CallNode.of("Fn::Sub", TextNode.of(url + text.value()))
                : CallNode.of("Fn::Sub", ListNode.of(TextNode.of(url + "${Name}"), ObjectNode.of("Name", name)));
    }

    /** The address of the queue that {@code arn:aws:sqs:<region>:<account>:<name>} names. */
    private static Node url(String arn) {
        var name = arn.lastIndexOf(':');
        var account = arn.lastIndexOf(':', name - 1);
        var region = arn.lastIndexOf(':', account - 1);
        return CallNode.of(
                "Fn::Sub",
                TextNode.of("https://sqs." + arn.substring(region + 1, Math.max(account, region + 1))
                        + ".${AWS::URLSuffix}/" + arn.substring(account + 1).replace(':', '/')));
    }

    private static Node name(MessageQueue queue, Emission out) {
        return Arns.name(queue, queue.locator().orElseThrow(), out);
    }

    private void emit() {
        var particulars = queue.particulars();
        var properties = encrypted();
        if (queue.isFifo()) {
            properties = properties.said(particulars.at("fifo")).fifoQueue(true);
        }
        if (queue.visibility().isPresent()) {
            properties = properties
                    .said(particulars.at("visibility"))
                    .visibilityTimeout(seconds(queue.visibility().get(), "visibility", 0, 12 * 3600));
        }
        if (queue.retention().isPresent()) {
            properties = properties
                    .said(particulars.at("keeps"))
                    .messageRetentionPeriod(seconds(queue.retention().get(), "keeps", 60, LONGEST));
        }
        if (queue.hasDeadLetters()) {
            properties = properties.said(particulars.at("attempts")).redrivePolicy(redrive());
        }
        out.add(Draft.of(queue, QUEUE, SqsQueue.TYPE, properties).kind(Kind.QUEUE));
        admitSenders();
    }

    /** A queue has one policy for all who send to it. */
    private void admitSenders() {
        var arn = out.ref(queue, QUEUE, "Arn");
        var statements = new ArrayList<Node>(2);
        var why = "what it hears is sent to it";
        if (isOfRules()) {
            statements.add(admission(arn, ofRules()));
            why = "rules of EventBridge send what failed to it";
        }
        if (!queue.subscriptions().isEmpty()) {
            statements.addAll(Subscriptions.emit(queue, arn, out));
        }
        if (!statements.isEmpty()) {
            admit(queue, QUEUE, statements, queue.particulars().birth().because(why), out);
        }
    }

    private boolean isOfRules() {
        for (var rule : out.estate().rules()) {
            var letters = rule.spec().deadLetters();
            if (letters.isPresent() && letters.get().key().equals(queue.key())) {
                return true;
            }
        }
        return false;
    }

    /** The rules may stand in another stack, which needs this one already: so no rule is named. */
    private static ObjectNode ofRules() {
        var rules = CallNode.of(
                "Fn::Sub", TextNode.of("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*"));
        return ObjectNode.of("ArnLike", ObjectNode.of("aws:SourceArn", rules));
    }

    private SqsQueue encrypted() {
        var particulars = queue.particulars();
        return queue.encryption().isPresent()
                ? SqsQueue.of()
                        .said(particulars.at("encryptedBy"))
                        .kmsMasterKeyId(Arns.of(queue.encryption().get(), "", out))
                : SqsQueue.of().said(particulars.birth()).sqsManagedSseEnabled(true);
    }

    private ObjectNode redrive() {
        var attempts = queue.maxReceives().orElse(ATTEMPTS);
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            out.find(
                    "queue.attempts",
                    queue.particulars().at("attempts"),
                    "`" + queue.name() + "` gives a message up after " + attempts + " receives, and SQS counts 1 to "
                            + MOST_ATTEMPTS + ".",
                    "Write .attempts(5).");
        }
        var why = queue.particulars().birth().because("it keeps what nobody could take in");
        var target = deadLetters(queue, encrypted(), queue.isFifo(), why, out);
        return ObjectNode.of("deadLetterTargetArn", target).with("maxReceiveCount", NumberNode.of(attempts));
    }

    private int seconds(Duration time, String word, int least, int most) {
        var seconds = out.seconds(time, queue.particulars().at(word));
        if (seconds < least || seconds > most) {
            out.find(
                    "queue.time",
                    queue.particulars().at(word),
                    "`" + queue.name() + "` has a time of " + seconds + " s, and SQS takes " + least + " to " + most
                            + " s here.",
                    "Write a time between the two.");
        }
        return seconds;
    }
}
