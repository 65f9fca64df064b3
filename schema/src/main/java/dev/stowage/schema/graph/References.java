package dev.stowage.schema.graph;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All names in a template that have to stand for something in the same template, in the order in which they were written. */
public final class References {

    private final List<Reference> found = new ArrayList<>();
    private @Nullable Resource from;

    private References() {}

    /** The references in the resources, the conditions and the outputs of a template. */
    public static List<Reference> in(Template template) {
        var references = new References();
        var conditions = template.sections().object("Conditions");
        for (var i = 0; i < conditions.size(); i++) {
            references.read(conditions.value(i), "Conditions/" + conditions.key(i), template.at(), true);
        }
        for (var resource : template.resources()) {
            references.readResource(resource);
        }
        references.from = null;
        var outputs = template.sections().object("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            references.readOutput(outputs.value(i), "Outputs/" + outputs.key(i), template.at());
        }
        return references.found;
    }

    private void readResource(Resource resource) {
        from = resource;
        var attributes = resource.attributes();
        var waits = attributes.peek("DependsOn");
        if (waits instanceof ListNode list) {
            for (var item : list.items()) {
                name(Reference.Kind.RESOURCE, item, "DependsOn", resource.at(), true);
            }
        } else if (waits != null) {
            name(Reference.Kind.RESOURCE, waits, "DependsOn", resource.at(), true);
        }
        var condition = attributes.peek("Condition");
        if (condition != null) {
            name(Reference.Kind.CONDITION, condition, "Condition", resource.at(), true);
        }
        read(resource.properties(), "", resource.at(), true);
    }

    private void readOutput(Node output, String property, Origin at) {
        if (output instanceof ObjectNode object) {
            var condition = object.peek("Condition");
            if (condition != null) {
                name(Reference.Kind.CONDITION, condition, property, place(output, at), true);
            }
            read(object.without("Condition"), property, place(output, at), true);
        }
    }

    private void read(Node node, String property, Origin above, boolean isAlways) {
        var at = place(node, above);
        if (node instanceof CallNode call) {
            call(call, property, at, isAlways);
        } else if (node instanceof ListNode list) {
            for (var i = 0; i < list.items().size(); i++) {
                read(list.items().get(i), below(property, String.valueOf(i)), at, isAlways);
            }
        } else if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                read(object.value(i), below(property, object.key(i)), at, isAlways);
            }
        }
    }

    private void call(CallNode call, String property, Origin at, boolean isAlways) {
        switch (call.function()) {
            case "Ref" -> name(Reference.Kind.VALUE, call.argument(), property, at, isAlways);
            case "Condition" -> name(Reference.Kind.CONDITION, call.argument(), property, at, isAlways);
            case "Fn::GetAtt" -> attribute(call, property, at, isAlways);
            case "Fn::Sub" -> substituted(call, property, at, isAlways);
            case "Fn::FindInMap" -> arguments(Reference.Kind.MAPPING, call, property, at, isAlways);
            case "Fn::If" -> arguments(Reference.Kind.CONDITION, call, property, at, false);
            default -> read(call.argument(), property, at, isAlways);
        }
    }

    /** A function whose first argument is a name. */
    private void arguments(Reference.Kind kind, CallNode call, String property, Origin at, boolean isAlways) {
        if (!(call.argument() instanceof ListNode list) || list.items().isEmpty()) {
            read(call.argument(), property, at, isAlways);
            return;
        }
        name(kind, list.items().get(0), property, at, isAlways);
        for (var item : list.items().subList(1, list.items().size())) {
            read(item, property, at, isAlways);
        }
    }

    private void attribute(CallNode call, String property, Origin at, boolean isAlways) {
        var asked = Functions.attribute(call);
        if (asked.isPresent()) {
            var name = asked.get().logicalId();
            add(Reference.Kind.ATTRIBUTE, name, asked.get().attribute(), property, at, isAlways);
        }
    }

    private void substituted(CallNode call, String property, Origin at, boolean isAlways) {
        var parts = SubText.parts(call.argument());
        if (parts != null) {
            for (var part : parts) {
                read(part, property, at, isAlways);
            }
        }
    }

    private void name(Reference.Kind kind, Node node, String property, Origin above, boolean isAlways) {
        if (node instanceof TextNode text) {
            add(kind, text.value(), "", property, place(node, above), isAlways);
        } else {
            read(node, property, above, isAlways);
        }
    }

    private void add(Reference.Kind kind, String name, String attribute, String property, Origin at, boolean isAlways) {
        found.add(new Reference(kind, name, attribute, isAlways, from, property, at));
    }

    private static String below(String property, String key) {
        return property.isEmpty() ? key : property + "/" + key;
    }

    private static Origin place(Node node, Origin above) {
        return node.at() == Origin.NOWHERE ? above : node.at();
    }
}
