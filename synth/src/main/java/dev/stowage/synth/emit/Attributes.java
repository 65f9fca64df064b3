package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.schema.tree.Node;

/** Which resource of a thing answers for an attribute that an expression names. */
final class Attributes {

    private Attributes() {}

    static Node of(Thing thing, String attribute, Emission out) {
        if (thing instanceof AnyListener listener) {
            return out.ref(listener.listening().balancer(), "LoadBalancer", attribute);
        }
        if (thing instanceof AnyBalancer) {
            return out.ref(thing, "LoadBalancer", attribute);
        }
        if (thing instanceof Place place) {
            return Places.attribute(place, attribute, out);
        }
        throw new IllegalArgumentException("A " + thing.particulars().kind() + " has no attribute for an expression.");
    }
}
