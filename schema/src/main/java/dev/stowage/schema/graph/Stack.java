package dev.stowage.schema.graph;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One template as the graph holds it: its resources by name, its sections, and what its conditions can turn out to be. */
final class Stack {

    private final Template template;
    private final Map<String, Entry> entries;
    private final Conditions conditions;

    Stack(Template template) {
        this.template = template;
        this.entries = new LinkedHashMap<>(template.resources().size() * 2);
        for (var resource : template.resources()) {
            entries.put(resource.logicalId(), new Entry(this, resource));
        }
        this.conditions = section("Conditions").isEmpty() ? Conditions.NONE : ConditionReader.read(this);
    }

    Template template() {
        return template;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    @Nullable
    Entry entry(String logicalId) {
        return entries.get(logicalId);
    }

    Conditions conditions() {
        return conditions;
    }

    /** A section of the template; empty where there is none. */
    ObjectNode section(String name) {
        return template.sections().object(name);
    }

    /** The declaration of a parameter, or null. */
    @Nullable
    ObjectNode parameter(String name) {
        return section("Parameters").peek(name) instanceof ObjectNode declaration ? declaration : null;
    }

    /** What the assembly hands to a parameter, or null. */
    @Nullable
    Node argument(String parameter) {
        return template.arguments().peek(parameter);
    }

    /** Whether a macro of somebody's own rewrites the template, so that nothing in it need be what it seems. */
    boolean isRewritten() {
        var transform = template.sections().peek("Transform");
        if (!(transform instanceof ListNode list)) {
            return transform != null && !isOfAws(transform);
        }
        for (var each : list.items()) {
            if (!isOfAws(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAws(Node transform) {
        var name = transform instanceof ObjectNode called ? called.peek("Name") : transform;
        return name instanceof TextNode text && text.value().startsWith("AWS::");
    }

    /** Whether resources may appear that do not stand in the template as such. */
    boolean mayGrow() {
        var transform = template.sections().peek("Transform");
        var onlyAddsFunctions =
                transform instanceof TextNode name && name.value().equals("AWS::LanguageExtensions");
        return (transform != null && !onlyAddsFunctions) || !template.others().isEmpty();
    }

    /** Whether two stacks may be in one account and Region, where they see each other's exports. */
    boolean mayBeBeside(Stack other) {
        return agree(template.account().orElse(""), other.template.account().orElse(""))
                && agree(template.region().orElse(""), other.template.region().orElse(""));
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    @Override
    public String toString() {
        return template.stack();
    }
}
