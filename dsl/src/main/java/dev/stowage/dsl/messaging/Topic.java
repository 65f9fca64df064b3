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
public sealed interface Topic extends Named<Topic>, Place permits ImmutableTopic {

    /** A new one; CloudFormation makes up its name in SNS. */
    static Topic of(String name) {
        return ImmutableTopic.of(Particulars.of("topic", name, "of"));
    }

    /** One that exists, by {@code arn} or, in the account and Region of the stack, by its name in SNS. */
    static Topic existing(String name, Locator at) {
        return ImmutableTopic.of(Particulars.of("topic", name, "existing")).withLocator(at);
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

    /** The key that it is encrypted with. */
    Optional<Key> encryption();

    /** What publishing to it takes. */
    default List<Grant> publishing() {
        var grant = Grant.on(this, "sns:Publish");
        return encryption().isPresent() ? List.of(grant, encryption().get().encrypting()) : List.of(grant);
    }
}
