package dev.stowage.local.evaluate;

import dev.stowage.local.stack.ResourceKey;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.Shape;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A resource whose expressions are worked out: everything in it is a literal. */
public final class Grounded {

    private final StackValues stack;
    private final Resource resource;
    private @Nullable ObjectNode properties;

    Grounded(StackValues stack, Resource resource) {
        this.stack = stack;
        this.resource = resource;
    }

    /** Which resource it is. */
    public ResourceKey key() {
        return new ResourceKey(stack.template().stack(), resource.logicalId());
    }

    /** What whoever wrote it calls it: the name in the program, or else the logical id. */
    public String name() {
        return resource.at() instanceof Said said && isNamed() ? said.name() : resource.logicalId();
    }

    /** Whether the program gives it a name: what has none goes by its kind there. */
    boolean isNamed() {
        return resource.at() instanceof Said said && !said.name().equals(said.kind());
    }

    /** Its type. */
    public String type() {
        return resource.type();
    }

    /** Whether it is of this type. */
    public boolean is(String type) {
        return resource.type().equals(type);
    }

    /** Where it was written. */
    public Origin at() {
        return resource.at();
    }

    /** Where a property was written, or else the resource. */
    public Origin at(String property) {
        var node = resource.properties().peek(property);
        return node == null || node.at() == Origin.NOWHERE ? at() : node.at();
    }

    /** Its properties, without those that turned out to be absent. */
    public ObjectNode properties() {
        if (properties == null) {
            properties = stack.ground(resource.properties()) instanceof ObjectNode object ? object : ObjectNode.empty();
        }
        return properties;
    }

    /** Its properties through a view made of this prototype. */
    public <V> V view(Shape<V> prototype) {
        return prototype.over(properties(), Scope.NOTHING, at());
    }

    /** What {@code Ref} answers. */
    public String ref() {
        return PhysicalNames.ref(this);
    }

    /** Its ARN, or what comes nearest to it. */
    public String arn() {
        return PhysicalNames.arn(this);
    }

    /** Its name in AWS. */
    public String physicalName() {
        return PhysicalNames.name(this);
    }

    /** The host name that stands for the one that AWS would give it. */
    public String host() {
        return PhysicalNames.host(this);
    }

    /** The properties as they were written, with expressions. */
    public ObjectNode written() {
        return resource.properties();
    }

    /** The deepest place that is known along a path such as {@code ContainerDefinitions/0/Image}. */
    public Origin at(String... path) {
        var place = at();
        Node node = resource.properties();
        for (var key : path) {
            var next = step(node, key);
            if (next == null) {
                return place;
            }
            node = next;
            place = node.at() == Origin.NOWHERE ? place : node.at();
        }
        return place;
    }

    private static @Nullable Node step(Node node, String key) {
        if (node instanceof ObjectNode object) {
            return object.peek(key);
        }
        if (node instanceof ListNode list && key.chars().allMatch(Character::isDigit)) {
            var index = Integer.parseInt(key);
            return index < list.items().size() ? list.items().get(index) : null;
        }
        return null;
    }

    /** Whether a user may mean it with this name. */
    boolean isCalled(String name) {
        return name.equals(resource.logicalId()) || name.equals(key().toString()) || name.equals(name());
    }

    StackValues stack() {
        return stack;
    }

    Resource resource() {
        return resource;
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
