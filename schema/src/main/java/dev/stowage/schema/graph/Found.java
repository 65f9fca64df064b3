package dev.stowage.schema.graph;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.Shape;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a graph holds, with its stack, read under what the graph takes for decided. Two are equal when they are one
 * resource of one model, whatever is decided for each.
 */
public final class Found {

    private final ResourceGraph graph;
    private final Entry entry;

    Found(ResourceGraph graph, Entry entry) {
        this.graph = graph;
        this.entry = entry;
    }

    /** The resource. */
    public Resource resource() {
        return entry.resource();
    }

    /** The stack it stands in. */
    public Template template() {
        return entry.stack().template();
    }

    /** The name of its stack. */
    public String stack() {
        return template().stack();
    }

    /** Its name in the template. */
    public String logicalId() {
        return resource().logicalId();
    }

    /** Whether it is of this type. */
    public boolean is(String type) {
        return resource().type().equals(type);
    }

    /** What whoever wrote it calls it: the name in the program, or else the logical id. */
    public String name() {
        return resource().at() instanceof Said said ? said.name() : logicalId();
    }

    /** Whether a program said it, so that advice can be given in the words of programs. */
    public boolean isSaid() {
        return resource().at() instanceof Said;
    }

    /** Whether a deployment makes it; unknown while its condition is open. */
    public Verdict exists() {
        var condition = entry.condition();
        return condition.isEmpty() ? Verdict.HOLDS : graph.condition(entry.stack(), condition);
    }

    /** Whether a macro of somebody's own may have turned it into something else, so that nothing can be said about it. */
    public boolean isRewritten() {
        return entry.stack().isRewritten();
    }

    /** Its properties through a view made of this prototype, functions resolved as far as the graph can. */
    public <V> V view(Shape<V> prototype) {
        return prototype.over(resource().properties(), scope(), resource().at());
    }

    /** What functions become in its stack. */
    public Scope scope() {
        return graph.scope(entry.stack());
    }

    /** What a property refers to. */
    public Target follow(String property) {
        var node = resource().properties().peek(property);
        return node == null ? Target.Absent.INSTANCE : follow(node);
    }

    /** What a node of its template refers to. */
    public Target follow(Node node) {
        return new Follower(graph).follow(entry.stack(), node);
    }

    /** The deepest place that is known along a path such as {@code ContainerDefinitions/0/Memory}. */
    public Origin at(String path) {
        var place = resource().at();
        @Nullable Node node = resource().properties();
        for (var from = 0; node != null; ) {
            place = node.at() == Origin.NOWHERE ? place : node.at();
            if (from >= path.length()) {
                return place;
            }
            var slash = path.indexOf('/', from);
            var to = slash < 0 ? path.length() : slash;
            node = step(node, path.substring(from, to));
            from = to + 1;
        }
        return place;
    }

    private static @Nullable Node step(Node node, String key) {
        if (node instanceof ObjectNode object) {
            return object.peek(key);
        }
        if (node instanceof ListNode list) {
            for (var i = 0; i < list.items().size(); i++) {
                if (key.equals(Integer.toString(i))) {
                    return list.items().get(i);
                }
            }
        }
        return null;
    }

    /** Whether both are one resource of one model, under whatever is decided. */
    public boolean isSame(Found other) {
        return entry == other.entry;
    }

    /** Another resource under what is decided for this one. */
    Found beside(Entry other) {
        return new Found(graph, other);
    }

    Entry entry() {
        return entry;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Found that && isSame(that);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(entry);
    }

    @Override
    public String toString() {
        return entry.toString();
    }
}
