package dev.stowage.dsl.storage;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An S3 bucket, made here or existing. One made here is closed to the public, refuses access lists and requests without TLS,
 * is encrypted with keys of S3, and stays when its stack is deleted.
 */
@ValueStyle
@Value.Immutable
public sealed interface Bucket extends Named<Bucket>, Place permits ImmutableBucket {

    /** A new one; CloudFormation makes up its name in S3. */
    static Bucket of(String name) {
        return ImmutableBucket.of(Particulars.of("bucket", name, "of"));
    }

    /** One that exists, by {@code arn} or by its name: {@code existing("reports", id("acme-reports"))}. */
    static Bucket existing(String name, Locator at) {
        return ImmutableBucket.of(Particulars.of("bucket", name, "existing")).withLocator(at);
    }

    /** Keeps every version of an object; one that is made here keeps only the last. */
    default Bucket versioned() {
        return ImmutableBucket.copyOf(this)
                .withIsVersioned(true)
                .withParticulars(particulars().said("versioned"));
    }

    /** One object in it. */
    default BucketObject object(String objectKey) {
        return new BucketObject(this, objectKey);
    }

    /** Its name in S3. */
    default Text bucketName() {
        return Text.attribute(this, "Ref");
    }

    @Override
    Particulars particulars();

    @Override
    default Bucket particulars(Particulars particulars) {
        return ImmutableBucket.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** Whether it keeps every version of an object. */
    @Value.Default
    default boolean isVersioned() {
        return false;
    }
}
