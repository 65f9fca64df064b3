package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Stack;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** Makes a resource of a draft: raw properties, tags, condition, order, accepted findings. */
final class Finish {

    private final String id;
    private final Draft draft;
    private final Emission out;
    private final Particulars particulars;

    private Finish(String id, Draft draft, Emission out) {
        this.id = id;
        this.draft = draft;
        this.out = out;
        this.particulars = draft.thing().particulars();
    }

    static Resource of(String id, Draft draft, Emission out) {
        return new Finish(id, draft, out).resource();
    }

    private Resource resource() {
        var properties = raw(tagged(bounded(draft.properties().tree())));
        var plain = Resource.of(id, draft.type(), properties, draft.at());
        var resource = draft.allowances().isEmpty() ? plain : plain.allowances(draft.allowances());
        var attributes = attributes();
        return attributes.isEmpty() ? resource : resource.attributes(attributes);
    }

    private ObjectNode attributes() {
        var attributes = ObjectNode.empty();
        var condition = out.estate().condition(draft.thing()).orElse(null);
        if (condition != null) {
            attributes = attributes.with(
                    "Condition", TextNode.of(condition.name(out)).at(particulars.at("onlyIf")));
        }
        if (!draft.policy().isEmpty()) {
            attributes = attributes.with("DeletionPolicy", draft.policy()).with("UpdateReplacePolicy", draft.policy());
        }
        if (draft.after().isEmpty()) {
            return attributes;
        }
        var ids = new ArrayList<>(draft.after());
        ids.sort(null);
        var nodes = new ArrayList<Node>(ids.size());
        for (var id : ids) {
            nodes.add(TextNode.of(id));
        }
        return attributes.with("DependsOn", ListNode.of(nodes));
    }

    private ObjectNode raw(ObjectNode properties) {
        var result = properties;
        for (var raw : particulars.raws()) {
            if (draft.kind().orElse(null) == raw.of()) {
                result = RawPath.write(result, raw, out);
            }
        }
        return result;
    }

    /** A role within the boundary of its stack, or else of the app. */
    private ObjectNode bounded(ObjectNode properties) {
        var isOwn = out.stack().boundary().isPresent();
        var from = isOwn ? out.stack() : out.estate().app();
        return draft.type().equals(IamRole.TYPE) && from.boundary().isPresent()
                ? properties.with(
                        "PermissionsBoundary",
                        TextNode.of(from.boundary().get().value())
                                .at(from.particulars().at("boundary")))
                : properties;
    }

    /** Tags of the app, then of the stack, then of the thing; of equal keys the nearest counts. */
    private ObjectNode tagged(ObjectNode properties) {
        var tags = new TreeMap<String, Node>();
        if (!(out.estate().app() instanceof Stack)) {
            gather(out.estate().app().particulars(), tags);
        }
        gather(out.stack().particulars(), tags);
        gather(particulars, tags);
        var property = tags.isEmpty() ? "" : tagProperty();
        if (property.isEmpty()) {
            return properties;
        }
        if (!isList(property)) {
            var map = ObjectNode.empty();
            for (var tag : tags.entrySet()) {
                map = map.with(tag.getKey(), tag.getValue());
            }
            return properties.with(property, map);
        }
        var list = new ArrayList<Node>(tags.size());
        for (var tag : tags.entrySet()) {
            list.add(ObjectNode.of("Key", TextNode.of(tag.getKey()))
                    .with("Value", tag.getValue())
                    .at(tag.getValue().at()));
        }
        return properties.with(property, ListNode.of(list));
    }

    /** Nearly all types take a list of tags, API Gateway an object of them. */
    private boolean isList(String property) {
        var fact = Catalogue.standard()
                .type(draft.type())
                .orElseThrow()
                .properties()
                .property(property);
        return fact.isPresent() && fact.get().type().toString().startsWith("[");
    }

    private static void gather(Particulars from, Map<String, Node> tags) {
        for (var tag : from.tags()) {
            tags.put(tag.key(), TextNode.of(tag.value()).at(from.at("tag " + tag.key())));
        }
    }

    /** The property that takes tags: {@code FileSystemTags} of a file system; empty where none does. */
    private String tagProperty() {
        var type = Catalogue.standard().type(draft.type());
        return type.isPresent() ? type.get().tagProperty().orElse("") : "";
    }
}
