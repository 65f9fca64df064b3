package dev.stowage.schema.generate.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lines of one resource type: its headline, properties, attributes, and the definitions that its properties reach.
 */
final class TypeBlock {

    private final JsonNode resource;
    private final Map<String, JsonNode> all;
    private final Map<String, JsonNode> reached = new TreeMap<>();

    /**
     * The block of a resource.
     *
     * @param resource the entity of the resource
     * @param all every type definition of the specification by its id
     */
    TypeBlock(JsonNode resource, Map<String, JsonNode> all) {
        this.resource = resource;
        this.all = all;
        reach(resource);
    }

    private void reach(JsonNode entity) {
        for (var property : entity.path("properties")) {
            for (var reference : property.path("type").findValues("$ref")) {
                var definition = all.get(reference.asText());
                var name = definition.path("name").asText();
                var before = reached.put(name, definition);
                if (before == null) {
                    reach(definition);
                } else if (before != definition) {
                    throw new IllegalArgumentException(
                            "Two definitions of " + headline() + " are called " + name + ".");
                }
            }
        }
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(headline());
        addSorted(lines, "  ", resource.path("properties"), true);
        addSorted(lines, " @", resource.path("attributes"), false);
        reached.forEach((name, definition) -> {
            lines.add(" #" + name);
            addSorted(lines, "  ", definition.path("properties"), true);
        });
        return String.join("\n", lines) + "\n";
    }

    private String headline() {
        var line = new StringBuilder(resource.path("cloudFormationType").asText());
        var ref = resource.has("cfnRefIdentifier") ? "cfnRefIdentifier" : "primaryIdentifier";
        var identifiers = texts(resource.path(ref));
        if (!identifiers.isEmpty()) {
            line.append(" ref=").append(String.join("|", identifiers));
        }
        var tags = resource.path("tagInformation").path("tagPropertyName").asText();
        return line.append(tags.isEmpty() ? "" : " tags=" + tags).toString();
    }

    private void addSorted(List<String> lines, String indent, JsonNode members, boolean isFull) {
        var sorted = new TreeMap<String, JsonNode>();
        members.fields().forEachRemaining(member -> sorted.put(member.getKey(), member.getValue()));
        sorted.forEach((name, fact) -> {
            var line = indent + name + " " + type(fact.path("type"), isFull);
            lines.add(isFull ? line + words(fact) : line);
        });
    }

    private static String words(JsonNode property) {
        var words = new StringBuilder(property.path("required").asBoolean() ? " required" : "");
        switch (property.path("causesReplacement").asText()) {
            case "yes" -> words.append(" replace");
            case "maybe" -> words.append(" may-replace");
            default -> {}
        }
        for (var target : targets(property.path("relationshipRefs"))) {
            words.append(" ->").append(target);
        }
        var allowed = allowedValues(property.path("type"));
        return words.append(allowed.isEmpty() ? "" : " =" + String.join("|", allowed))
                .toString();
    }

    private static Set<String> targets(JsonNode references) {
        var targets = new TreeSet<String>();
        for (var reference : references) {
            var property = reference.path("propertyName").asText().replace('/', '.');
            targets.add(reference.path("cloudFormationType").asText() + "." + property);
        }
        return targets;
    }

    /** The values of the type, or of what a list or map of it holds; a choice of types has none. */
    private static List<String> allowedValues(JsonNode type) {
        return type.has("element") ? allowedValues(type.path("element")) : texts(type.path("allowedValues"));
    }

    /** The type as facts write it; an attribute may name a definition that no property has, so that it is free JSON. */
    private String type(JsonNode type, boolean isFull) {
        return switch (type.path("type").asText()) {
            case "array" -> "[" + type(type.path("element"), isFull) + "]";
            case "map" -> "{" + type(type.path("element"), isFull) + "}";
            case "union" -> union(type.path("types"), isFull);
            case "ref" -> isFull ? "#" + definition(type).path("name").asText() : "json";
            default -> type.path("type").asText();
        };
    }

    private String union(JsonNode types, boolean isFull) {
        var choices = new ArrayList<String>();
        for (var type : types) {
            choices.add(type(type, isFull));
        }
        return String.join("|", choices);
    }

    private JsonNode definition(JsonNode type) {
        return all.get(type.path("reference").path("$ref").asText());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
