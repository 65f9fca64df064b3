package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.List;

/** A load balancer and its security group, and what others say of it, made here or existing. */
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
                .securityGroups(ListNode.of(out.ref(balancer, SecurityGroups.BALANCER, "GroupId")));
        properties = balancer.type().equals("network")
                        && balancer instanceof NetworkLoadBalancer fixed
                        && fixed.hasElasticAddresses().isPresent()
                ? NetworkSettings.addressed(properties, fixed, out)
                : properties.said(at).subnets(Networks.subnets(network, subnets, out));
        var attributes = attributes(balancer, out);
        properties = attributes.isEmpty() ? properties : properties.loadBalancerAttributes(attributes);
        out.add(Draft.of(balancer, BALANCER, ElbLoadBalancer.TYPE, properties)
                .kind(Kind.LOAD_BALANCER)
                .after(isOpen ? Networks.routes(network, subnets, out) : List.of())
                .after(balancer.accessLogs().isEmpty() ? List.of() : AccessLogs.after(balancer, out)));
    }

    private static List<LoadBalancerAttribute> attributes(AnyBalancer balancer, Emission out) {
        if (balancer instanceof LoadBalancer application) {
            return application.isPlain() ? List.of() : BalancerSettings.emit(application, out);
        }
        return NetworkSettings.emit((NetworkLoadBalancer) balancer, out);
    }

    /** The resource name of a load balancer. */
    static Node arn(AnyBalancer of, Emission out) {
        var balancer = out.estate().current(of);
        return balancer.locator().isEmpty()
                ? out.ref(balancer, BALANCER)
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
            return out.ref(balancer, BALANCER, "LoadBalancerFullName");
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
        return balancer.locator().isPresent() ? TextNode.of("") : out.ref(balancer, BALANCER, attribute);
    }
}
