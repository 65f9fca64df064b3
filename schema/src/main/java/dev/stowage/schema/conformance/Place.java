package dev.stowage.schema.conformance;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.Node;
import org.jspecify.annotations.Nullable;

/** A place in the properties of a resource: the steps that lead to it, and the deepest line known along them. */
final class Place {

    private final @Nullable Place parent;
    private final String step;
    private final Origin at;

    private Place(@Nullable Place parent, String step, Origin at) {
        this.parent = parent;
        this.step = step;
        this.at = at;
    }

    /** The properties of a resource that was written there. */
    static Place top(Origin at) {
        return new Place(null, "", at);
    }

    /** The place of a node under this key. */
    Place down(String key, Node node) {
        return new Place(this, key, node.at() == Origin.NOWHERE ? at : node.at());
    }

    /** The same place, at the line of this node where it has one. */
    Place at(Node node) {
        return node.at() == Origin.NOWHERE ? this : new Place(parent, step, node.at());
    }

    /** The deepest line known. */
    Origin at() {
        return at;
    }

    /** The key at the end: a property, or the number of an item. */
    String step() {
        return step;
    }

    /** All steps with slashes between. */
    String path() {
        return parent == null || parent.parent == null ? step : parent.path() + "/" + step;
    }

    /** The steps to a property below that nobody has written. */
    String path(String property) {
        return parent == null ? property : path() + "/" + property;
    }

    /** All keys with dots between, without the numbers of items: how an attribute would be called. */
    String attribute() {
        if (parent == null) {
            return "";
        }
        var head = parent.attribute();
        if (!step.isEmpty() && Character.isDigit(step.charAt(0))) {
            return head;
        }
        return head.isEmpty() ? step : head + "." + step;
    }
}
