package dev.stowage.schema.conformance;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the properties of a resource: the steps that lead to it, and the deepest line known along them. */
final class Place {

    private final @Nullable Place parent;
    private final String step;
    private final Origin at;
    private final Node node;

    private Place(@Nullable Place parent, String step, Origin at, Node node) {
        this.parent = parent;
        this.step = step;
        this.at = at;
        this.node = node;
    }

    /** The properties of a resource. */
    static Place top(Resource resource) {
        var properties = resource.properties();
        return new Place(null, "", resource.at(), properties).at(properties);
    }

    /** The place of a node under this key. */
    Place down(String key, Node node) {
        return new Place(this, key, node.at() == Origin.NOWHERE ? at : node.at(), node);
    }

    /** The places below to which steps lead, a star standing for every item of a list; itself where there are no steps. */
    List<Place> all(List<String> steps) {
        var places = new ArrayList<Place>(1);
        gather(steps, 0, places);
        return places;
    }

    private void gather(List<String> steps, int depth, List<Place> into) {
        if (depth == steps.size()) {
            into.add(this);
            return;
        }
        var step = steps.get(depth);
        if (node instanceof ListNode list && step.equals("*")) {
            for (var i = 0; i < list.items().size(); i++) {
                down(Integer.toString(i), list.items().get(i)).gather(steps, depth + 1, into);
            }
        } else if (node instanceof ObjectNode object) {
            var value = object.peek(step);
            if (value != null) {
                down(step, value).gather(steps, depth + 1, into);
            }
        }
    }

    /** What stands there. */
    Node node() {
        return node;
    }

    /** The same place, at the line of this node where it has one. */
    Place at(Node node) {
        return node.at() == Origin.NOWHERE ? this : new Place(parent, step, node.at(), node);
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
