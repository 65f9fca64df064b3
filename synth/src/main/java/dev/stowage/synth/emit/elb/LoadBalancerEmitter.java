package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.List;

/** A load balancer and its security group. */
public final class LoadBalancerEmitter {

    /** The end of the logical id of a load balancer. */
    public static final String BALANCER = "LoadBalancer";

    private LoadBalancerEmitter() {}

    /** Adds the resources of a load balancer. */
    public static void emit(LoadBalancer balancer, Emission out) {
        var isOpen = balancer.isInternetFacing();
        var network = balancer.network();
        var subnets = isOpen ? SubnetKind.PUBLIC : SubnetKind.PRIVATE;
        SecurityGroups.emit(balancer, SecurityGroups.BALANCER, network, "Callers of load balancer", out);
        var at = balancer.particulars().at(isOpen ? "internetFacing" : "internal");
        var properties = ElbLoadBalancer.of()
                .said(at)
                .type("application")
                .scheme(isOpen ? "internet-facing" : "internal")
                .subnets(Networks.subnets(network, subnets, out))
                .securityGroups(ListNode.of(out.ref(balancer, SecurityGroups.BALANCER, "GroupId")));
        out.add(Draft.of(balancer, BALANCER, ElbLoadBalancer.TYPE, properties)
                .kind(Kind.LOAD_BALANCER)
                .after(isOpen ? Networks.routes(network, subnets, out) : List.of()));
    }
}
