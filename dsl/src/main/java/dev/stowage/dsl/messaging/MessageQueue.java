package dev.stowage.dsl.messaging;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * An SQS queue, made here or existing. One made here is encrypted, and what was received five times and never deleted goes to
 * a dead-letter queue of its own, which keeps it for 14 days.
 */
@ValueStyle
@Value.Immutable
public sealed interface MessageQueue extends Named<MessageQueue>, Place permits ImmutableMessageQueue {

    /** A new one. */
    static MessageQueue of(String name) {
        return ImmutableMessageQueue.of(Particulars.of("queue", name, "of"));
    }

    /** One that exists, found by its Amazon resource name or, as its id, by its name in the account and Region of the stack. */
    static MessageQueue existing(String name, Locator at) {
        return ImmutableMessageQueue.of(Particulars.of("queue", name, "existing"))
                .withLocator(at);
    }

    /** Keeps the order of messages and delivers each once. Changing this replaces the queue. */
    default MessageQueue fifo() {
        return ImmutableMessageQueue.copyOf(this)
                .withIsFifo(true)
                .withParticulars(particulars().said("fifo"));
    }

    /** Hides a message from others for this long once somebody has received it, up to 12 h; left out, 30 s. */
    default MessageQueue visibility(Duration time) {
        return ImmutableMessageQueue.copyOf(this)
                .withVisibility(time)
                .withParticulars(particulars().said("visibility"));
    }

    /** Keeps a message that nobody deletes for this long, 1 min to 14 days; left out, 4 days. */
    default MessageQueue keeps(Duration time) {
        return ImmutableMessageQueue.copyOf(this)
                .withRetention(time)
                .withParticulars(particulars().said("keeps"));
    }

    /** Gives a message up after it was received so many times, 1 to 1,000; left out, 5. */
    default MessageQueue attempts(int times) {
        return ImmutableMessageQueue.copyOf(this)
                .withMaxReceives(times)
                .withParticulars(particulars().said("attempts"));
    }

    /** Never gives a message up: one that no reader can take in comes back until it is too old. */
    default MessageQueue withoutDeadLetters() {
        return ImmutableMessageQueue.copyOf(this)
                .withHasDeadLetters(false)
                .withParticulars(particulars().said("withoutDeadLetters"));
    }

    /**
     * Receives what is published to this topic, or those of its messages that a subscription takes, beside what it hears
     * already: {@code hears(news)}, {@code hears(news.where("kind", "order"))}. A queue that keeps the order hears topics that
     * do so, and no others do.
     */
    default MessageQueue hears(News first, News... others) {
        var all = new ArrayList<>(subscriptions());
        all.add(first.subscription());
        for (var other : others) {
            all.add(other.subscription());
        }
        return ImmutableMessageQueue.copyOf(this)
                .withSubscriptions(all)
                .withParticulars(particulars().said("hears"));
    }

    /** Is encrypted with this key, its dead-letter queue too; of an existing one, says that it is. */
    default MessageQueue encryptedBy(Key key) {
        return ImmutableMessageQueue.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    /** Where programs send to and receive from. */
    default Text url() {
        return Text.attribute(this, "QueueUrl");
    }

    /** Its Amazon resource name. */
    default Text arn() {
        return Text.attribute(this, "Arn");
    }

    /** How many messages wait in it, for alarms. */
    default Metric waiting() {
        return Metric.of("AWS/SQS", "ApproximateNumberOfMessagesVisible")
                .by("QueueName", Text.attribute(this, "QueueName"))
                .maximum();
    }

    /** How many seconds its oldest message has waited, for alarms. */
    default Metric oldest() {
        return Metric.of("AWS/SQS", "ApproximateAgeOfOldestMessage")
                .by("QueueName", Text.attribute(this, "QueueName"))
                .maximum();
    }

    @Override
    Particulars particulars();

    @Override
    default MessageQueue particulars(Particulars particulars) {
        return ImmutableMessageQueue.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** Whether it keeps the order of messages. */
    @Value.Default
    default boolean isFifo() {
        return false;
    }

    /** For how long a received message is hidden. */
    Optional<Duration> visibility();

    /** For how long a message is kept. */
    Optional<Duration> retention();

    /** After how many receives a message is given up. */
    OptionalInt maxReceives();

    /** Whether messages are ever given up. */
    @Value.Default
    default boolean hasDeadLetters() {
        return true;
    }

    /** What it hears. */
    List<Subscription> subscriptions();

    /** The key that it is encrypted with; left out, one of SQS. */
    Optional<Key> encryption();

    /** What sending to it takes. */
    default List<Grant> sending() {
        var grant = Grant.on(this, "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage");
        return encryption().isPresent() ? List.of(grant, encryption().get().encrypting()) : List.of(grant);
    }

    /** What working on its messages takes. */
    default List<Grant> consuming() {
        var grant = Grant.on(
                this,
                "sqs:ChangeMessageVisibility",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:GetQueueUrl",
                "sqs:ReceiveMessage");
        return encryption().isPresent() ? List.of(grant, encryption().get().decrypting()) : List.of(grant);
    }
}
