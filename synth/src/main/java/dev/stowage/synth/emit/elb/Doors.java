package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.List;

/** The ports of load balancers, opened to callers. */
final class Doors {

    /** The addresses of private networks, RFC 1918, for a network whose own addresses are not known. */
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private Doors() {}

    /** Lets callers in: the world where the balancer faces it, else the network. */
    static void open(Thing asker, AnyBalancer of, String prefix, Port port, Said at, Emission out) {
        var balancer = out.estate().current(of);
        var group = out.ref(balancer, SecurityGroups.BALANCER, "GroupId");
        var why = at.because("callers reach its port " + port.number());
        if (balancer.isInternetFacing()) {
            SecurityGroups.admit(asker, prefix + "Ingress", group, TextNode.of("0.0.0.0/0"), port, why, out);
            return;
        }
        var network = out.estate().current(balancer.network());
        if (network.locator().isEmpty()) {
            var addresses = out.ref(network, "Vpc", "CidrBlock");
            SecurityGroups.admit(asker, prefix + "Ingress", group, addresses, port, why, out);
            return;
        }
        for (var addresses : PRIVATE) {
            var suffix = prefix + "Ingress" + addresses.substring(0, addresses.indexOf('.'));
            SecurityGroups.admit(asker, suffix, group, TextNode.of(addresses), port, why, out);
        }
    }
}
