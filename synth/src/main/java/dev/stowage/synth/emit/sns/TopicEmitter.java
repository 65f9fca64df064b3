package dev.stowage.synth.emit.sns;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.schema.resource.SnsTopic;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;

/** A topic. */
public final class TopicEmitter {

    private TopicEmitter() {}

    /** Adds a topic. */
    public static void emit(Topic topic, Emission out) {
        var properties = SnsTopic.of();
        if (topic.encryption().isPresent()) {
            properties = properties
                    .said(topic.particulars().at("encryptedBy"))
                    .kmsMasterKeyId(Arns.of(topic.encryption().get(), "", out));
        }
        if (topic.isFifo()) {
            var name = "${AWS::StackName}-" + out.estate().stem(topic) + ".fifo";
            properties = properties
                    .said(topic.particulars().at("fifo"))
                    .fifoTopic(true)
                    .topicName(CallNode.of("Fn::Sub", TextNode.of(name)));
        }
        out.add(Draft.of(topic, "Topic", SnsTopic.TYPE, properties).kind(Kind.TOPIC));
    }
}
