package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;

/** What others say of a load balancer, made here or existing: its resource name, its security group, its names elsewhere. */
public final class Balancers {

    private Balancers() {}

    /** The resource name of a load balancer. */
    static Node arn(AnyBalancer of, Emission out) {
        var balancer = out.estate().current(of);
        return balancer.locator().isEmpty()
                ? out.ref(balancer, LoadBalancerEmitter.BALANCER)
                : out.locate(balancer, balancer.locator().get(), "String", "Arn");
    }

    /** The id of the security group of a load balancer; that of an existing one is said, or handed in by a parameter. */
    static Node group(AnyBalancer of, Emission out) {
        var balancer = out.estate().current(of);
        if (balancer.locator().isEmpty()) {
            return out.ref(balancer, SecurityGroups.BALANCER, "GroupId");
        }
        if (balancer.securityGroup().isPresent()) {
            return TextNode.of(balancer.securityGroup().get())
                    .at(balancer.particulars().at("securityGroup"));
        }
        var name = out.estate().stem(balancer) + "SecurityGroup";
        var site = balancer.particulars().lines().birth();
        return out.parameter(Parameter.of(name, "AWS::EC2::SecurityGroup::Id", site));
    }

    /** The name by which measurements know a load balancer: the end of its resource name. */
    public static Node fullName(AnyBalancer of, Emission out) {
        var balancer = out.estate().current(of);
        if (balancer.locator().isEmpty()) {
            return out.ref(balancer, LoadBalancerEmitter.BALANCER, "LoadBalancerFullName");
        }
        var parts = CallNode.of("Fn::Split", ListNode.of(TextNode.of(":loadbalancer/"), arn(balancer, out)));
        return CallNode.of("Fn::Select", ListNode.of(NumberNode.of(1), parts));
    }

    /** An attribute of a load balancer, which only one that is made here tells. */
    public static Node attribute(AnyBalancer of, String attribute, Emission out) {
        var balancer = out.estate().current(of);
        if (balancer.locator().isPresent()) {
            out.find(
                    "balancer.address.unknown",
                    balancer.particulars().birth(),
                    "The address of load balancer `" + balancer.name()
                            + "` is asked for, and nothing but its resource name is known of it.",
                    "Write the address that callers use as a text.");
        }
        return balancer.locator().isPresent()
                ? TextNode.of("")
                : out.ref(balancer, LoadBalancerEmitter.BALANCER, attribute);
    }
}
