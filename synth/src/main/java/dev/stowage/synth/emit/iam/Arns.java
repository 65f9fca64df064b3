package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.AccessPoint;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.other.OtherResourceEmitter;

/**
 * The Amazon resource names of places. One that is made here answers for its own; of one that exists, the name is said or
 * handed in, and the rest is the account and Region of the stack.
 */
public final class Arns {

    private Arns() {}

    /**
     * The name of a place, or of a part of it.
     *
     * @param place the place
     * @param part what follows the name of the place, such as {@code /*} for all objects of a bucket
     */
    public static Node of(Place place, String part, Emission out) {
        if (place instanceof Secret secret) {
            return Secrets.arn(secret, out);
        }
        var current = out.estate().current(place);
        if (kind(current) == Kind.OTHER && current instanceof OtherResource other) {
            return plus(OtherResourceEmitter.arn(other, out), part);
        }
        if (current.locator().isEmpty()) {
            var attribute = current instanceof Topic ? "Ref" : "Arn";
            return plus(out.ref(current, suffix(current), attribute), part);
        }
        var locator = current.locator().get();
        return locator instanceof Arn arn
                ? TextNode.of(arn.value() + part)
                : named(prefix(current), name(current, locator, out), part);
    }

    /** The end of the logical id of the resource that answers for a place. */
    private static String suffix(Place place) {
        return kind(place).suffix;
    }

    private static String prefix(Place place) {
        return kind(place).prefix;
    }

    private static Kind kind(Place place) {
        if (place instanceof Bucket) {
            return Kind.BUCKET;
        } else if (place instanceof ElasticFileSystem) {
            return Kind.FILE_SYSTEM;
        } else if (place instanceof AccessPoint) {
            return Kind.ACCESS_POINT;
        } else if (place instanceof LogGroup) {
            return Kind.LOG_GROUP;
        } else if (place instanceof MessageQueue) {
            return Kind.QUEUE;
        } else if (place instanceof Topic) {
            return Kind.TOPIC;
        } else if (place instanceof Table) {
            return Kind.TABLE;
        } else if (place instanceof Repository) {
            return Kind.REPOSITORY;
        } else if (place instanceof Key) {
            return Kind.KEY;
        } else if (place instanceof OtherResource) {
            return Kind.OTHER;
        }
        throw new IllegalArgumentException("A " + place.particulars().kind() + " has no resource name.");
    }

    /** What an existing place is called: the end of its resource name, or what is handed in. */
    public static Node name(Thing place, Locator locator, Emission out) {
        if (locator instanceof Arn arn) {
            var value = arn.value();
            return TextNode.of(value.substring(Math.max(value.lastIndexOf(':'), value.lastIndexOf('/')) + 1));
        }
        return out.locate(place, locator, "String", "Name");
    }

    /** A text with {@code ${…}} in it, the name and what follows it. */
    static Node named(String prefix, Node name, String part) {
        if (name instanceof TextNode text) {
            return CallNode.of("Fn::Sub", TextNode.of(prefix + text.value() + part));
        }
        return CallNode.of("Fn::Sub", ListNode.of(TextNode.of(prefix + "${Name}" + part), ObjectNode.of("Name", name)));
    }

    private static Node plus(Node arn, String part) {
        return part.isEmpty() ? arn : Functions.join("", ListNode.of(arn, TextNode.of(part)));
    }

    /** How the resource name of a kind of place begins, and which of its resources answers for it. */
    private enum Kind {
        BUCKET("Bucket", "arn:${AWS::Partition}:s3:::"),
        FILE_SYSTEM("FileSystem", here("elasticfilesystem", "file-system/")),
        ACCESS_POINT("AccessPoint", here("elasticfilesystem", "access-point/")),
        LOG_GROUP("SharedLogGroup", here("logs", "log-group:")),
        QUEUE("Queue", here("sqs", "")),
        TOPIC("Topic", here("sns", "")),
        TABLE("Table", here("dynamodb", "table/")),
        REPOSITORY("Repository", here("ecr", "repository/")),
        KEY("Key", here("kms", "key/")),
        OTHER("Resource", "");

        private final String suffix;
        private final String prefix;

        Kind(String suffix, String prefix) {
            this.suffix = suffix;
            this.prefix = prefix;
        }

        private static String here(String service, String resource) {
            return "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + resource;
        }
    }
}
