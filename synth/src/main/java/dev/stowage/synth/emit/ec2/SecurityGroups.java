package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Ec2SecurityGroup;
import dev.stowage.schema.resource.Ec2SecurityGroupIngress;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;

/**
 * Security groups, and who they let in. Each rule is a resource of its own in the stack of whoever asks for it, so that
 * stacks never depend on each other in a circle.
 */
public final class SecurityGroups {

    /** The end of the logical id of the security group of tasks. */
    public static final String TASKS = "SecurityGroup";

    /** The end of the logical id of the security group of a load balancer. */
    public static final String BALANCER = "LoadBalancerSecurityGroup";

    /** The end of the logical id of the security group of an endpoint. */
    public static final String ENDPOINT = "SecurityGroup";

    private SecurityGroups() {}

    /**
     * Adds the security group of a thing; nobody is let in yet. Another description would be another group, so that it
     * names the thing as its logical id does.
     */
    public static void emit(Thing thing, String suffix, Vpc network, String whose, Emission out) {
        var description = whose + " " + out.estate().stem(thing);
        out.add(Draft.of(
                        thing,
                        suffix,
                        Ec2SecurityGroup.TYPE,
                        Ec2SecurityGroup.of().groupDescription(description).vpcId(Networks.id(network, out)))
                .kind(Kind.SECURITY_GROUP));
    }

    /** Lets these addresses in at a port, by what carries it. */
    public static void admit(Thing asker, String suffix, Node group, Node addresses, Port port, Said at, Emission out) {
        out.add(Draft.of(
                        asker,
                        suffix,
                        Ec2SecurityGroupIngress.TYPE,
                        rule(group, port).cidrIp(addresses))
                .at(at));
    }

    /** Lets another group in at a port. */
    public static void admitGroup(
            Thing asker, String suffix, Node group, Node source, int port, Said at, Emission out) {
        admitGroup(asker, suffix, group, source, Port.tcp(port), at, out);
    }

    /** Lets another group in at a port, by what carries it. */
    public static void admitGroup(
            Thing asker, String suffix, Node group, Node source, Port port, Said at, Emission out) {
        out.add(Draft.of(
                        asker,
                        suffix,
                        Ec2SecurityGroupIngress.TYPE,
                        rule(group, port).sourceSecurityGroupId(source))
                .at(at));
    }

    private static Ec2SecurityGroupIngress rule(Node group, Port port) {
        return Ec2SecurityGroupIngress.of()
                .groupId(group)
                .ipProtocol(port.protocol().word())
                .fromPort(port.number())
                .toPort(port.number());
    }
}
