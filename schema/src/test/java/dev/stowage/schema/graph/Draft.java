package dev.stowage.schema.graph;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Writes templates for tests, section by section. */
final class Draft {

    private final String stack;
    private final List<Resource> resources = new ArrayList<>();
    private ObjectNode sections = ObjectNode.empty();

    private Draft(String stack) {
        this.stack = stack;
    }

    static Draft of(String stack) {
        return new Draft(stack);
    }

    static Model model(Draft... drafts) {
        var templates = new ArrayList<Template>();
        for (var draft : drafts) {
            templates.add(draft.template());
        }
        return Model.of(templates);
    }

    Template template() {
        return Template.of(stack, resources).sections(sections);
    }

    Draft in(String section, String key, Node value) {
        sections = sections.with(section, sections.object(section).with(key, value));
        return this;
    }

    Draft section(String name, Node value) {
        sections = sections.with(name, value);
        return this;
    }

    Draft parameter(String name, Object... declaration) {
        return in("Parameters", name, object(declaration).with("Type", text("String")));
    }

    Draft condition(String name, Node formula) {
        return in("Conditions", name, formula);
    }

    Draft export(String name, Node value) {
        return in("Outputs", "Export" + resources.size(), object("Value", value, "Export", object("Name", name)));
    }

    Draft resource(String logicalId, String type, Object... properties) {
        resources.add(Resource.of(logicalId, type, object(properties), Origin.NOWHERE));
        return this;
    }

    /** Puts the resource that was written last under a condition. */
    Draft onlyIf(String condition) {
        var last = resources.remove(resources.size() - 1);
        resources.add(last.attributes(object("Condition", condition)));
        return this;
    }

    static ObjectNode object(Object... keysAndValues) {
        var object = ObjectNode.empty();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            object = object.with((String) keysAndValues[i], node(keysAndValues[i + 1]));
        }
        return object;
    }

    static ListNode list(Object... items) {
        var nodes = new ArrayList<Node>();
        for (var item : items) {
            nodes.add(node(item));
        }
        return ListNode.of(nodes);
    }

    static TextNode text(String value) {
        return TextNode.of(value);
    }

    static CallNode call(String function, Object argument) {
        return CallNode.of(function, node(argument));
    }

    static CallNode ref(String name) {
        return call("Ref", name);
    }

    static CallNode equal(Object left, Object right) {
        return call("Fn::Equals", list(left, right));
    }

    static CallNode either(String condition, Object yes, Object no) {
        return call("Fn::If", list(condition, yes, no));
    }

    private static Node node(Object value) {
        if (value instanceof Node node) {
            return node;
        }
        return value instanceof Integer number ? NumberNode.of(number) : text((String) value);
    }
}
