package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.LoadBalancerEmitter;

/** Which resource of a thing answers for an attribute that an expression names. */
final class Attributes {

    private Attributes() {}

    static Node of(Thing thing, String attribute, Emission out) {
        if (thing instanceof Service service) {
            return out.ref(service, ServiceEmitter.SERVICE, attribute);
        }
        if (thing instanceof Cluster cluster) {
            return ClusterEmitter.name(cluster, out);
        }
        if (thing instanceof Vpc network) {
            return Networks.id(network, out);
        }
        if (thing instanceof AnyListener listener) {
            return LoadBalancerEmitter.attribute(listener.listening().balancer(), attribute, out);
        }
        if (thing instanceof AnyBalancer balancer && attribute.equals("LoadBalancerFullName")) {
            return LoadBalancerEmitter.fullName(balancer, out);
        }
        if (thing instanceof AnyBalancer balancer) {
            return LoadBalancerEmitter.attribute(balancer, attribute, out);
        }
        if (thing instanceof Place place) {
            return Places.attribute(place, attribute, out);
        }
        throw new IllegalArgumentException("A " + thing.particulars().kind() + " has no attribute for an expression.");
    }
}
