package dev.stowage.schema.graph;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes out the loops of a template, {@code Fn::ForEach} of the transform {@code AWS::LanguageExtensions}: among resources,
 * conditions and outputs, and in properties. {@code ${Name}} in keys and texts, and a reference to the name, become the value of
 * the round; <code>&{Name}</code> becomes its letters and digits. As the user guide of CloudFormation has it, under
 * {@code intrinsic-function-reference-foreach}.
 */
public final class Loops {

    private static final String LOOP = "Fn::ForEach";

    private final Function<Node, Optional<List<String>>> collection;

    private Loops(Function<Node, Optional<List<String>>> collection) {
        this.collection = collection;
    }

    /** Whether a template has a loop. */
    public static boolean stand(Template template) {
        if (isIn(template.others()) || isIn(template.sections())) {
            return true;
        }
        for (var resource : template.resources()) {
            if (isIn(resource.properties())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Node node) {
        if (node instanceof CallNode call) {
            return isLoop(call.function()) || isIn(call.argument());
        }
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (isIn(item)) {
                    return true;
                }
            }
            return false;
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (isLoop(object.key(i)) || isIn(object.value(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLoop(String key) {
        return key.startsWith(LOOP);
    }

    /**
     * The template without those loops of which it is known over what they go; the others stay.
     *
     * @param collection the texts of a list, or of what stands for one; empty where it is not known
     */
    public static Template writtenOut(Template template, Function<Node, Optional<List<String>>> collection) {
        var loops = new Loops(collection);
        var resources = new ArrayList<Resource>();
        for (var resource : template.resources()) {
            resources.add(resource.properties(loops.entries(resource.properties(), Map.of())));
        }
        var others = ObjectNode.builder();
        var made = loops.entries(template.others(), Map.of());
        for (var i = 0; i < made.size(); i++) {
            if (made.value(i) instanceof ObjectNode entry && entry.text("Type").isPresent()) {
                resources.add(resource(made.key(i), entry));
            } else {
                others.put(made.key(i), made.value(i));
            }
        }
        return template.resources(resources)
                .others(others.build().at(template.others().at()))
                .sections(loops.entries(template.sections(), Map.of()));
    }

    private static Resource resource(String id, ObjectNode entry) {
        return Resource.of(id, entry.text("Type").orElseThrow(), entry.object("Properties"), entry.at())
                .attributes(entry.without("Type").without("Properties"));
    }

    private ObjectNode entries(ObjectNode object, Map<String, String> names) {
        var into = ObjectNode.builder();
        addAll(object, names, into);
        return into.build().at(object.at());
    }

    private void addAll(ObjectNode object, Map<String, String> names, ObjectNode.Builder into) {
        for (var i = 0; i < object.size(); i++) {
            var key = object.key(i);
            if (!isLoop(key) || !unroll(object.value(i), names, into)) {
                into.put(replaced(key, names), out(object.value(i), names));
            }
        }
    }

    /** Adds what the rounds of a loop make; false where it is not known over what it goes. */
    private boolean unroll(Node loop, Map<String, String> names, ObjectNode.Builder into) {
        if (!(loop instanceof ListNode list)
                || list.items().size() != 3
                || !(list.items().get(0) instanceof TextNode name)) {
            return false;
        }
        var values = collection.apply(out(list.items().get(1), names));
        if (values.isEmpty()) {
            return false;
        }
        for (var value : values.get()) {
            var inner = new HashMap<>(names);
            inner.put(name.value(), value);
            addAll(body(list.items().get(2)), inner, into);
        }
        return true;
    }

    /** A body of one loop alone was read as a call of it. */
    private static ObjectNode body(Node node) {
        if (node instanceof CallNode call) {
            return ObjectNode.of(call.function(), call.argument());
        }
        return node instanceof ObjectNode object ? object : ObjectNode.empty();
    }

    private Node out(Node node, Map<String, String> names) {
        if (node instanceof TextNode text) {
            return names.isEmpty()
                    ? text
                    : TextNode.of(replaced(text.value(), names)).at(text.at());
        }
        if (node instanceof ListNode list) {
            var items = new ArrayList<Node>(list.items().size());
            for (var item : list.items()) {
                items.add(out(item, names));
            }
            return ListNode.of(items).at(list.at());
        }
        if (node instanceof ObjectNode object) {
            return entries(object, names);
        }
        return node instanceof CallNode call ? out(call, names) : node;
    }

    private Node out(CallNode call, Map<String, String> names) {
        if (isLoop(call.function())) {
            return entries(body(call), names);
        }
        if (call.calls("Ref") && call.argument() instanceof TextNode name && names.containsKey(name.value())) {
            return TextNode.of(names.getOrDefault(name.value(), "")).at(call.at());
        }
        return CallNode.of(call.function(), out(call.argument(), names)).at(call.at());
    }

    private static String replaced(String text, Map<String, String> names) {
        var replaced = text;
        for (var entry : names.entrySet()) {
            replaced = replaced.replace("${" + entry.getKey() + "}", entry.getValue())
                    .replace("&{" + entry.getKey() + "}", plain(entry.getValue()));
        }
        return replaced;
    }

    private static String plain(String value) {
        var plain = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            var each = value.charAt(i);
            if (each < 128 && Character.isLetterOrDigit(each)) {
                plain.append(each);
            }
        }
        return plain.toString();
    }
}
