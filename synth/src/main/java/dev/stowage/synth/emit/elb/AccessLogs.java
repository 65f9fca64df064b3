package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.s3.BucketEmitter;
import java.util.List;

/** The bucket in which a load balancer notes what it does. */
final class AccessLogs {

    private AccessLogs() {}

    /** Adds the attributes of a load balancer that writes logs. */
    static void add(AnyBalancer balancer, List<LoadBalancerAttribute> attributes, Emission out) {
        var bucket = out.estate().current(balancer.accessLogs().orElseThrow());
        var at = balancer.particulars().at("accessLogs");
        if (bucket.encryption().isPresent()) {
            out.find(
                    "balancer.logs.bucket",
                    at,
                    "`" + balancer.name() + "` writes its logs to bucket `" + bucket.name()
                            + "`, which is encrypted with a key of KMS, and Elastic Load Balancing writes to none of these.",
                    "Leave .encryptedBy(…) out: the bucket is encrypted with keys of S3 then.");
        }
        attributes.add(LoadBalancerAttribute.of()
                .said(at)
                .key("access_logs.s3.enabled")
                .value("true"));
        attributes.add(LoadBalancerAttribute.of()
                .said(at)
                .key("access_logs.s3.bucket")
                .value(BucketEmitter.name(bucket, out)));
    }

    /** What must stand before the load balancer: Elastic Load Balancing tries whether it may write. */
    static List<String> after(AnyBalancer balancer, Emission out) {
        var bucket = out.estate().current(balancer.accessLogs().orElseThrow());
        return out.estate().isOwner(out.stack(), bucket) ? List.of(BucketEmitter.policy(bucket, out)) : List.of();
    }
}
