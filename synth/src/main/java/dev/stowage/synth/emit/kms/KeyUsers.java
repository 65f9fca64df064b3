package dev.stowage.synth.emit.kms;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.schedule.Launch;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services of AWS that use a key by themselves, and so must be named in its policy: whoever writes to something encrypted
 * for somebody else. Roles of the account need no word in it. Sources: "Encrypt log data in CloudWatch Logs using AWS KMS";
 * "Key management" of the SNS and SQS developer guides; VPC user guide, "Publish flow logs to Amazon S3".
 */
final class KeyUsers {

    private final Key key;
    private final Emission out;

    private KeyUsers(Key key, Emission out) {
        this.key = key;
        this.out = out;
    }

    /** The statements for those who use a key. */
    static List<Node> statements(Key key, Emission out) {
        return new KeyUsers(key, out).statements();
    }

    private List<Node> statements() {
        var statements = new ArrayList<Node>();
        if (isOfLogGroup()) {
            statements.add(logs());
        }
        var writers = new ArrayList<Node>();
        for (var writer : writers()) {
            writers.add(TextNode.of(writer));
        }
        if (!writers.isEmpty()) {
            var only = writers.size() == 1 ? writers.get(0) : ListNode.of(writers);
            statements.add(allow(only, "kms:Decrypt", "kms:GenerateDataKey*"));
        }
        return statements;
    }

    private List<String> writers() {
        var writers = new ArrayList<String>();
        if (isOfAlarmedTopic()) {
            writers.add("cloudwatch.amazonaws.com");
        }
        if (isOfFlowLogs()) {
            writers.add("delivery.logs.amazonaws.com");
        }
        if (isOfDeadLetters()) {
            writers.add("events.amazonaws.com");
        }
        if (isOfHearingQueue()) {
            writers.add("sns.amazonaws.com");
        }
        return writers;
    }

    private boolean isOfLogGroup() {
        for (var group : out.estate().logGroups()) {
            if (isIt(group.encryption())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfAlarmedTopic() {
        for (var alarm : out.estate().all(Alarm.class)) {
            for (var topic : alarm.told()) {
                if (isIt(out.estate().current(topic).encryption())) {
                    return true;
                }
            }
        }
        for (var runner : out.estate().runners()) {
            if (runner instanceof Launch<?> launch
                    && launch.spec().told().isPresent()
                    && isIt(out.estate().current(launch.spec().told().get()).encryption())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfFlowLogs() {
        for (var network : out.estate().all(Vpc.class)) {
            var bucket = network.flowLogBucket();
            if (bucket.isPresent() && isIt(out.estate().current(bucket.get()).encryption())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfDeadLetters() {
        for (var rule : out.estate().rules()) {
            var letters = rule.spec().deadLetters();
            if (letters.isPresent() && isIt(out.estate().current(letters.get()).encryption())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfHearingQueue() {
        for (var queue : out.estate().all(MessageQueue.class)) {
            if (!queue.subscriptions().isEmpty() && isIt(queue.encryption())) {
                return true;
            }
        }
        return false;
    }

    private boolean isIt(Optional<? extends Thing> encryption) {
        return encryption.isPresent() && encryption.get().key().equals(key.key());
    }

    private static ObjectNode logs() {
        var groups =
                CallNode.of("Fn::Sub", TextNode.of("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*"));
        var service = CallNode.of("Fn::Sub", TextNode.of("logs.${AWS::Region}.${AWS::URLSuffix}"));
        return allow(service, "kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*")
                .with(
                        "Condition",
                        ObjectNode.of("ArnLike", ObjectNode.of("kms:EncryptionContext:aws:logs:arn", groups)));
    }

    private static ObjectNode allow(Node service, String... actions) {
        var all = new ArrayList<Node>(actions.length);
        for (var action : actions) {
            all.add(TextNode.of(action));
        }
        return ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", ObjectNode.of("Service", service))
                .with("Action", ListNode.of(all))
                .with("Resource", "*");
    }
}
