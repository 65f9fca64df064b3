package dev.stowage.dsl.messaging;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An SNS topic, made here or existing. */
@ValueStyle
@Value.Immutable
public sealed interface Topic extends Named<Topic>, Place, News permits ImmutableTopic {

    /** A new one; CloudFormation makes up its name in SNS. */
    static Topic of(String name) {
        return ImmutableTopic.of(Particulars.of("topic", name, "of"));
    }

    /** One that exists, by {@code arn} or, in the account and Region of the stack, by its name in SNS. */
    static Topic existing(String name, Locator at) {
        return ImmutableTopic.of(Particulars.of("topic", name, "existing")).withLocator(at);
    }

    /**
     * Keeps the order of messages and delivers each once, to queues that do so, too. It then has a name of its own in SNS,
     * made of that of the stack; changing this replaces the topic.
     */
    default Topic fifo() {
        return ImmutableTopic.copyOf(this)
                .withIsFifo(true)
                .withParticulars(particulars().said("fifo"));
    }

    /**
     * Only its messages that have one of these values in this attribute. Said of several attributes, a message has to fit to
     * all: {@code news.where("kind", "order").where("country", "DE", "AT")}.
     */
    default Subscription where(String attribute, String first, String... others) {
        return Subscription.of(this).where(attribute, first, others);
    }

    /** Only its messages whose attribute begins like this. */
    default Subscription whereBegins(String attribute, String prefix) {
        return Subscription.of(this).whereBegins(attribute, prefix);
    }

    /** Only its messages that have this attribute with a value that is none of these. */
    default Subscription whereOtherThan(String attribute, String first, String... others) {
        return Subscription.of(this).whereOtherThan(attribute, first, others);
    }

    /** Its messages within the JSON by which SNS tells who published them, and when; left out, as they were published. */
    default Subscription enveloped() {
        return Subscription.of(this).enveloped();
    }

    /** Is encrypted with this key; of an existing one, says that it is. One that is made here is not encrypted otherwise. */
    default Topic encryptedBy(Key key) {
        return ImmutableTopic.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    /** Its Amazon resource name. */
    default Text arn() {
        return Text.attribute(this, "Arn");
    }

    @Override
    Particulars particulars();

    @Override
    default Topic particulars(Particulars particulars) {
        return ImmutableTopic.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    @Override
    default Subscription subscription() {
        return Subscription.of(this);
    }

    /** Whether it keeps the order of messages. */
    @Value.Default
    default boolean isFifo() {
        return false;
    }

    /** The key that it is encrypted with. */
    Optional<Key> encryption();

    /** What publishing to it takes. */
    default List<Grant> publishing() {
        var grant = Grant.on(this, "sns:Publish");
        return encryption().isPresent() ? List.of(grant, encryption().get().encrypting()) : List.of(grant);
    }
}
