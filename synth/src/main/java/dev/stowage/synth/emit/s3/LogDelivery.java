package dev.stowage.synth.emit.s3;

import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import java.util.List;

/**
 * Who may write logs to a bucket that is made here: the load balancers and networks that say so. An Application Load Balancer writes by
 * itself, a Network Load Balancer and a network through the log delivery of CloudWatch (Elastic Load Balancing user guides,
 * "Enable access logs"; VPC user guide, "Publish flow logs to Amazon S3"). The account is part of each key, so that load balancers of other accounts write elsewhere.
 */
final class LogDelivery {

    private LogDelivery() {}

    /** Adds the statements for those who write logs to a bucket. */
    static void add(Bucket bucket, List<Node> statements, Emission out) {
        var isOfApplication = false;
        var isDelivered = false;
        for (var balancer : out.estate().balancers()) {
            var logs = balancer.accessLogs();
            if (logs.isPresent() && logs.get().key().equals(bucket.key())) {
                isOfApplication |= balancer.type().equals("application");
                isDelivered |= balancer.type().equals("network");
            }
        }
        for (var network : out.estate().all(Vpc.class)) {
            var logs = network.flowLogBucket();
            isDelivered |= logs.isPresent() && logs.get().key().equals(bucket.key());
        }
        if (isOfApplication) {
            statements.add(allow("logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject", below(bucket, out)));
        }
        if (isDelivered) {
            var delivery = "delivery.logs.amazonaws.com";
            statements.add(allow(delivery, "s3:GetBucketAcl", Arns.of(bucket, "", out))
                    .with("Condition", source(ObjectNode.empty())));
            statements.add(allow(delivery, "s3:PutObject", below(bucket, out))
                    .with(
                            "Condition",
                            source(ObjectNode.of("s3:x-amz-acl", TextNode.of("bucket-owner-full-control")))));
        }
    }

    private static ObjectNode allow(String service, String action, Node resource) {
        return ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", ObjectNode.of("Service", TextNode.of(service)))
                .with("Action", action)
                .with("Resource", resource);
    }

    /** Where the logs of this account lie in a bucket. */
    private static Node below(Bucket bucket, Emission out) {
        return CallNode.of(
                "Fn::Sub",
                ListNode.of(
                        TextNode.of("${Bucket}/AWSLogs/${AWS::AccountId}/*"),
                        ObjectNode.of("Bucket", Arns.of(bucket, "", out))));
    }

    private static ObjectNode source(ObjectNode equal) {
        var logs = CallNode.of("Fn::Sub", TextNode.of("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*"));
        return ObjectNode.of("StringEquals", equal.with("aws:SourceAccount", Functions.ref("AWS::AccountId")))
                .with("ArnLike", ObjectNode.of("aws:SourceArn", logs));
    }
}
