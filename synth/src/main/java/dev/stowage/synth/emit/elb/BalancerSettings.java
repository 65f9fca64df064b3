package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.schema.resource.WafWebAclAssociation;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
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
        AliasRecords.emit(balancer, out);
        return settings.attributes;
    }

    private void logs() {
        if (balancer.accessLogs().isPresent()) {
            AccessLogs.add(balancer, attributes, out);
        }
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

    private Node arn() {
        return out.ref(balancer, LoadBalancerEmitter.BALANCER);
    }
}
