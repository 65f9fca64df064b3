package dev.stowage.dsl.access;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** Something that a task's own code may do. Where a place is encrypted with a key, its key is included. */
@ValueStyle
@Value.Immutable
public sealed interface Permission permits ImmutablePermission {

    /** Read what is kept there: the objects of a bucket, the items of a table, a secret, parameters. */
    static Permission read(Store store) {
        return ImmutablePermission.of(Lines.here("read")).withGrants(store.reading());
    }

    /** Write and delete what is kept there; to read it, too, takes {@link #read}. */
    static Permission write(Store store) {
        return ImmutablePermission.of(Lines.here("write")).withGrants(store.writing());
    }

    /** Send messages to a queue. */
    static Permission send(MessageQueue queue) {
        return ImmutablePermission.of(Lines.here("send")).withGrants(queue.sending());
    }

    /** Receive messages of a queue, keep them longer, delete them. */
    static Permission consume(MessageQueue queue) {
        return ImmutablePermission.of(Lines.here("consume")).withGrants(queue.consuming());
    }

    /** Publish to a topic. */
    static Permission publish(Topic topic) {
        return ImmutablePermission.of(Lines.here("publish")).withGrants(topic.publishing());
    }

    /** Decrypt with a key. */
    static Permission decrypt(Key key) {
        return ImmutablePermission.of(Lines.here("decrypt")).withGrants(key.decrypting());
    }

    /** Encrypt with a key, also by keys that it makes. */
    static Permission encrypt(Key key) {
        var grant = Grant.on(key, "kms:Encrypt", "kms:GenerateDataKey");
        return ImmutablePermission.of(Lines.here("encrypt")).withGrants(grant);
    }

    /** An action on a resource, by its name in IAM: {@code allow("s3:GetObject", arn("arn:aws:s3:::reports/*"))}. */
    static Permission allow(String action, Arn resource) {
        return ImmutablePermission.of(Lines.here("allow")).withGrants(Grant.named(resource.value(), action));
    }

    /** An action on a resource that has no words of its own, of a type that has an Amazon resource name. */
    static Permission allow(String action, OtherResource resource) {
        return ImmutablePermission.of(Lines.here("allow")).withGrants(Grant.on(resource, action));
    }

    /** What it comes down to. */
    List<Grant> grants();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();
}
