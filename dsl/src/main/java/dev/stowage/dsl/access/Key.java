package dev.stowage.dsl.access;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A KMS key, made here or existing. One made here is renewed every year, obeys the roles of its account, and stays when its
 * stack is deleted, because what it encrypted is lost without it.
 */
@ValueStyle
@Value.Immutable
public sealed interface Key extends Named<Key>, Place permits ImmutableKey {

    /** A new one, which encrypts and decrypts. */
    static Key of(String name) {
        return ImmutableKey.of(Particulars.of("key", name, "of"));
    }

    /** One that exists, by {@code arn} or by its id: {@code existing("data", id("1234abcd-12ab-34cd-56ef-1234567890ab"))}. */
    static Key existing(String name, Locator at) {
        return ImmutableKey.of(Particulars.of("key", name, "existing")).withLocator(at);
    }

    @Override
    Particulars particulars();

    @Override
    default Key particulars(Particulars particulars) {
        return ImmutableKey.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** What reading something that it encrypts takes. */
    default Grant decrypting() {
        return Grant.on(this, "kms:Decrypt");
    }

    /** What writing something that it encrypts takes: large things are encrypted with keys that it makes. */
    default Grant encrypting() {
        return Grant.on(this, "kms:Decrypt", "kms:GenerateDataKey");
    }
}
