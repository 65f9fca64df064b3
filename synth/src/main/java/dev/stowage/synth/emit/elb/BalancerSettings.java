package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.schema.resource.Route53RecordSet;
import dev.stowage.schema.resource.WafWebAclAssociation;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.s3.BucketEmitter;
import java.util.ArrayList;
import java.util.List;

/** What can be said of an Application Load Balancer beside where it stands: attributes, its web ACL, its names. */
final class BalancerSettings {

    private static final int LONGEST_IDLE = 4_000;

    private final LoadBalancer balancer;
    private final Emission out;
    private final List<LoadBalancerAttribute> attributes = new ArrayList<>();

    private BalancerSettings(LoadBalancer balancer, Emission out) {
        this.balancer = balancer;
        this.out = out;
    }

    /** Adds the resources that the words of a balancer ask for, and answers its attributes. */
    static List<LoadBalancerAttribute> emit(LoadBalancer balancer, Emission out) {
        var settings = new BalancerSettings(balancer, out);
        settings.logs();
        settings.idle();
        settings.webAcl();
        for (var alias : balancer.aliases()) {
            settings.alias(alias);
        }
        return settings.attributes;
    }

    private void logs() {
        if (balancer.accessLogs().isEmpty()) {
            return;
        }
        var bucket = balancer.accessLogs().get();
        var at = balancer.particulars().at("accessLogs");
        if (bucket.locator().isEmpty()) {
            out.find(
                    "balancer.logs.bucket",
                    at,
                    "`" + balancer.name() + "` writes its logs to bucket `" + bucket.name()
                            + "`, which is made here and lets no load balancer write.",
                    "Name one that exists and lets them: Bucket.existing(…, id(\"…\")).");
        }
        attributes.add(attribute("accessLogs", "access_logs.s3.enabled").value("true"));
        attributes.add(attribute("accessLogs", "access_logs.s3.bucket").value(BucketEmitter.name(bucket, out)));
    }

    private void idle() {
        if (balancer.idleTimeout().isEmpty()) {
            return;
        }
        var at = balancer.particulars().at("idleTimeout");
        var seconds = out.seconds(balancer.idleTimeout().get(), at);
        if (seconds < 1 || seconds > LONGEST_IDLE) {
            out.find(
                    "balancer.idle-timeout",
                    at,
                    "`" + balancer.name() + "` keeps idle connections for " + seconds
                            + " s, and Elastic Load Balancing takes 1 to 4000 s.",
                    "Write .idleTimeout(ofSeconds(60)), or leave it out.");
        }
        attributes.add(attribute("idleTimeout", "idle_timeout.timeout_seconds").value(String.valueOf(seconds)));
    }

    private LoadBalancerAttribute attribute(String word, String key) {
        return LoadBalancerAttribute.of().said(balancer.particulars().at(word)).key(key);
    }

    private void webAcl() {
        if (balancer.webAcl().isPresent()) {
            var at = balancer.particulars().at("protectedBy");
            var association = WafWebAclAssociation.of()
                    .said(at)
                    .resourceArn(arn())
                    .webACLArn(out.locate(balancer, balancer.webAcl().get(), "String", "WebAcl"));
            out.add(Draft.of(balancer, "WebAclAssociation", WafWebAclAssociation.TYPE, association)
                    .at(at));
        }
    }

    private void alias(LoadBalancer.Alias alias) {
        var at = balancer.particulars().at("alias");
        var zone = out.locate(balancer, alias.hostedZone(), "AWS::Route53::HostedZone::Id", "HostedZone");
        var record = Route53RecordSet.of()
                .said(at)
                .hostedZoneId(zone)
                .name(alias.host())
                .type("A")
                .aliasTarget(Route53RecordSet.AliasTarget.of()
                        .dnsName(out.ref(balancer, LoadBalancerEmitter.BALANCER, "DNSName"))
                        .hostedZoneId(out.ref(balancer, LoadBalancerEmitter.BALANCER, "CanonicalHostedZoneID")));
        out.add(Draft.of(balancer, Names.pascal(alias.host()) + "Record", Route53RecordSet.TYPE, record)
                .at(at));
    }

    private Node arn() {
        return out.ref(balancer, LoadBalancerEmitter.BALANCER);
    }
}
