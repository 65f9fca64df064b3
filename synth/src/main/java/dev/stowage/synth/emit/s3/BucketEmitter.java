package dev.stowage.synth.emit.s3;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.schedule.EventPattern;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.resource.S3Bucket;
import dev.stowage.schema.resource.S3Bucket.BucketEncryption;
import dev.stowage.schema.resource.S3Bucket.EventBridgeConfiguration;
import dev.stowage.schema.resource.S3Bucket.NotificationConfiguration;
import dev.stowage.schema.resource.S3Bucket.OwnershipControls;
import dev.stowage.schema.resource.S3Bucket.OwnershipControlsRule;
import dev.stowage.schema.resource.S3Bucket.PublicAccessBlockConfiguration;
import dev.stowage.schema.resource.S3Bucket.ServerSideEncryptionByDefault;
import dev.stowage.schema.resource.S3Bucket.ServerSideEncryptionRule;
import dev.stowage.schema.resource.S3Bucket.VersioningConfiguration;
import dev.stowage.schema.resource.S3BucketPolicy;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import java.util.ArrayList;
import java.util.Optional;

/** A bucket that the public cannot reach, and that nobody reaches without TLS. */
public final class BucketEmitter {

    /** The end of the logical id of a bucket. */
    public static final String BUCKET = "Bucket";

    private static final String POLICY = "BucketPolicy";

    private BucketEmitter() {}

    /** Adds the resources of a bucket. */
    public static void emit(Bucket bucket, Emission out) {
        var closed = PublicAccessBlockConfiguration.of()
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true);
        var encryption = ServerSideEncryptionByDefault.of();
        encryption = bucket.encryption().isPresent()
                ? encryption
                        .said(bucket.particulars().at("encryptedBy"))
                        .sseAlgorithm("aws:kms")
                        .kmsMasterKeyID(Arns.of(bucket.encryption().get(), "", out))
                : encryption.sseAlgorithm("AES256");
        var rule = ServerSideEncryptionRule.of().serverSideEncryptionByDefault(encryption);
        rule = bucket.encryption().isPresent() ? rule.bucketKeyEnabled(true) : rule;
        var properties = S3Bucket.of()
                .said(bucket.particulars().birth())
                .bucketEncryption(BucketEncryption.of().serverSideEncryptionConfiguration(rule))
                .ownershipControls(
                        OwnershipControls.of().rules(OwnershipControlsRule.of().objectOwnership("BucketOwnerEnforced")))
                .publicAccessBlockConfiguration(closed);
        if (bucket.isVersioned()) {
            properties = properties
                    .said(bucket.particulars().at("versioned"))
                    .versioningConfiguration(VersioningConfiguration.of().status("Enabled"));
        }
        var watcher = watcher(bucket, out);
        if (watcher.isPresent()) {
            properties = properties
                    .said(watcher.get().particulars().birth())
                    .notificationConfiguration(NotificationConfiguration.of()
                            .eventBridgeConfiguration(
                                    EventBridgeConfiguration.of().eventBridgeEnabled(true)));
        }
        out.add(Draft.of(bucket, BUCKET, S3Bucket.TYPE, properties)
                .kind(Kind.BUCKET)
                .retained());
        var statements = new ArrayList<Node>();
        statements.add(withTlsOnly(bucket, out));
        LogDelivery.add(bucket, statements, out);
        var document = ObjectNode.of("Version", TextNode.of("2012-10-17")).with("Statement", ListNode.of(statements));
        var policy = S3BucketPolicy.of().bucket(out.ref(bucket, BUCKET)).policyDocument(document);
        out.add(Draft.of(bucket, POLICY, S3BucketPolicy.TYPE, policy)
                .at(bucket.particulars().birth().because("nobody reaches it without TLS")));
    }

    /** A rule that waits for new objects of a bucket: S3 tells EventBridge of them only where it is asked to. */
    private static Optional<EventRule> watcher(Bucket bucket, Emission out) {
        for (var rule : out.estate().rules()) {
            if (rule.trigger() instanceof EventPattern pattern
                    && pattern.bucket().isPresent()
                    && pattern.bucket().get().key().equals(bucket.key())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static ObjectNode withTlsOnly(Bucket bucket, Emission out) {
        var insecure = ObjectNode.of("Bool", ObjectNode.of("aws:SecureTransport", TextNode.of("false")));
        return ObjectNode.of("Effect", TextNode.of("Deny"))
                .with("Principal", "*")
                .with("Action", "s3:*")
                .with("Resource", ListNode.of(Arns.of(bucket, "", out), Arns.of(bucket, "/*", out)))
                .with("Condition", insecure);
    }

    /** The logical id of the policy of a bucket that is made here. */
    public static String policy(Bucket bucket, Emission out) {
        return out.estate().stem(bucket) + POLICY;
    }

    /** The name of a bucket in S3. */
    public static Node name(Bucket bucket, Emission out) {
        var current = out.estate().current(bucket);
        return current.locator().isPresent()
                ? Arns.name(current, current.locator().get(), out)
                : out.ref(current, BUCKET);
    }
}
