package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.List;

/** A load balancer and its security group. */
public final class LoadBalancerEmitter {

    /** The end of the logical id of a load balancer. */
    public static final String BALANCER = "LoadBalancer";

    private LoadBalancerEmitter() {}

    /** Adds the resources of a load balancer. */
    public static void emit(AnyBalancer balancer, Emission out) {
        var isOpen = balancer.isInternetFacing();
        var network = balancer.network();
        var subnets = isOpen ? SubnetKind.PUBLIC : SubnetKind.PRIVATE;
        SecurityGroups.emit(balancer, SecurityGroups.BALANCER, network, "Callers of load balancer", out);
        var at = balancer.particulars().at(isOpen ? "internetFacing" : "internal");
        var properties = ElbLoadBalancer.of()
                .said(at)
                .type(balancer.type())
                .scheme(isOpen ? "internet-facing" : "internal")
                .subnets(Networks.subnets(network, subnets, out))
                .securityGroups(ListNode.of(out.ref(balancer, SecurityGroups.BALANCER, "GroupId")));
        var attributes = attributes(balancer, out);
        properties = attributes.isEmpty() ? properties : properties.loadBalancerAttributes(attributes);
        out.add(Draft.of(balancer, BALANCER, ElbLoadBalancer.TYPE, properties)
                .kind(Kind.LOAD_BALANCER)
                .after(isOpen ? Networks.routes(network, subnets, out) : List.of()));
    }

    private static List<LoadBalancerAttribute> attributes(AnyBalancer balancer, Emission out) {
        if (balancer instanceof LoadBalancer application) {
            return application.isPlain() ? List.of() : BalancerSettings.emit(application, out);
        }
        return ofNetwork(balancer);
    }

    private static List<LoadBalancerAttribute> ofNetwork(AnyBalancer balancer) {
        var attributes = new ArrayList<LoadBalancerAttribute>();
        if (balancer instanceof NetworkLoadBalancer network && network.isAcrossZones()) {
            attributes.add(attribute(balancer, "acrossZones", "load_balancing.cross_zone.enabled", "true"));
        }
        return attributes;
    }

    private static LoadBalancerAttribute attribute(AnyBalancer balancer, String word, String key, String value) {
        return LoadBalancerAttribute.of()
                .said(balancer.particulars().at(word))
                .key(key)
                .value(value);
    }
}
