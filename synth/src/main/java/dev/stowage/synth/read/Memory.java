package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code stowage.json} knows about an assembly that its templates cannot say. A memory of a later format, or one that
 * no longer fits its templates, is used as far as it goes: it makes findings better and decides nothing.
 */
final class Memory {

    static final String FILE = "stowage.json";

    private static final String FORMAT = "1";

    private final ObjectNode document;
    private final Origins origins;
    private final Findings findings;
    private final Map<String, ObjectNode> stacks = new HashMap<>();
    private final Map<String, ObjectNode> resources = new HashMap<>();

    private Memory(ObjectNode document) {
        this.document = document;
        this.origins = Origins.read(document);
        this.findings = new Findings(origins);
        for (var item : document.list("stacks").items()) {
            if (item instanceof ObjectNode stack) {
                stacks.put(stack.text("stack").orElse(""), stack);
            }
        }
        for (var item : document.list("resources").items()) {
            if (item instanceof ObjectNode resource) {
                resources.put(
                        key(
                                resource.text("stack").orElse(""),
                                resource.text("resource").orElse("")),
                        resource);
            }
        }
    }

    /** The memory in this text; an empty one if it is written in a later format. */
    static Memory read(SourceText source) {
        var root = JsonReader.read(source, new ArrayList<>());
        return new Memory(
                root instanceof ObjectNode document
                                && document.peek("format") instanceof NumberNode format
                                && format.digits().equals(FORMAT)
                        ? document
                        : ObjectNode.empty());
    }

    /** The model of these stacks, by the names of their artifacts, as the program made it. */
    Model restore(Map<String, Template> templates, List<Diagnostic> found) {
        var restored = new ArrayList<Template>();
        for (var entry : templates.entrySet()) {
            restored.add(restore(entry.getKey(), entry.getValue()));
        }
        var all = new ArrayList<>(found);
        all.addAll(findings.findings(document.list("findings")));
        return Model.of(restored)
                .found(all)
                .allowances(findings.allowances(document.list("allowances")))
                .libraries(texts(document.list("libraries")));
    }

    private Template restore(String artifact, Template template) {
        var memory = stacks.getOrDefault(artifact, ObjectNode.empty());
        var restored = new ArrayList<Resource>();
        for (var resource : template.resources()) {
            restored.add(restore(artifact, resource));
        }
        var at = origins.at(memory.peek("at"));
        var sections = origins.restore(template.sections(), memory.peek("sections"), Origin.NOWHERE);
        return template.resources(restored)
                .sections((ObjectNode) sections)
                .allowances(findings.allowances(memory.list("allowances")))
                .at(at == Origin.NOWHERE ? template.at() : at);
    }

    private Resource restore(String artifact, Resource resource) {
        var memory = resources.get(key(artifact, resource.logicalId()));
        if (memory == null) {
            return resource;
        }
        var at = origins.at(memory.peek("at"));
        var properties = origins.restore(resource.properties(), memory.peek("properties"), at);
        var attributes = origins.restore(resource.attributes(), memory.peek("attributes"), at);
        return Resource.of(
                        resource.logicalId(),
                        resource.type(),
                        (ObjectNode) properties,
                        at == Origin.NOWHERE ? resource.at() : at)
                .attributes((ObjectNode) attributes)
                .allowances(findings.allowances(memory.list("allowances")));
    }

    private static String key(String artifact, String logicalId) {
        return artifact + "/" + logicalId;
    }

    private static List<String> texts(ListNode list) {
        var texts = new ArrayList<String>();
        for (var item : list.items()) {
            if (item instanceof TextNode text) {
                texts.add(text.value());
            }
        }
        return texts;
    }
}
