package dev.stowage.dsl.storage;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Store;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An S3 bucket, made here or existing. One made here is closed to the public, refuses access lists and requests without TLS,
 * is encrypted with keys of S3, and stays when its stack is deleted.
 */
@ValueStyle
@Value.Immutable
public sealed interface Bucket extends Named<Bucket>, Place, Store permits ImmutableBucket {

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

    /** Is encrypted with this key; of an existing one, says that it is. */
    default Bucket encryptedBy(Key key) {
        return ImmutableBucket.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    /** All objects in it whose keys begin like this, such as {@code reports/}. */
    default BucketObject below(String prefix) {
        return new BucketObject(this, prefix + "*");
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

    /** The key that it is encrypted with. */
    Optional<Key> encryption();

    @Override
    default List<Grant> reading() {
        var grants = new ArrayList<>(below("").reading());
        grants.add(Grant.on(this, "s3:GetBucketLocation", "s3:ListBucket"));
        return grants;
    }

    @Override
    default List<Grant> writing() {
        return below("").writing();
    }

    /** What is granted on objects, and what their key takes. */
    default List<Grant> withKey(Grant objects, boolean isWritten) {
        if (encryption().isEmpty()) {
            return List.of(objects);
        }
        var key = encryption().get();
        return List.of(objects, isWritten ? key.encrypting() : key.decrypting());
    }
}
