package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.elb.LoadBalancerEmitter;

/** Which resource of a thing answers for an attribute that an expression names. */
final class Attributes {

    private Attributes() {}

    static Node of(Thing thing, String attribute, Emission out) {
        if (thing instanceof AnyListener listener) {
            return LoadBalancerEmitter.attribute(listener.listening().balancer(), attribute, out);
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
