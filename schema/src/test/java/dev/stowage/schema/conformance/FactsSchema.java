package dev.stowage.schema.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.resource.ResourceType;
import java.util.List;

/** The facts about a type as a JSON Schema. A function is a null in the instance, so that every type admits null. */
final class FactsSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FactsSchema() {}

    static ObjectNode of(ResourceType type) {
        var schema = object(type.properties());
        var definitions = schema.putObject("$defs");
        definitions.set("Tag.", object(Definition.TAG));
        for (var definition : type.definitions()) {
            definitions.set(definition.name(), object(definition));
        }
        return schema;
    }

    private static ObjectNode object(Definition definition) {
        var schema = typed("object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var fact : definition.properties()) {
            properties.set(fact.name(), value(fact, fact.type()));
            if (fact.isRequired()) {
                required.add(fact.name());
            }
        }
        return schema;
    }

    private static ObjectNode value(PropertyFact fact, PropertyType type) {
        if (type instanceof Plain plain) {
            return plain(plain, fact.allowedValues());
        }
        if (type instanceof ListOf list) {
            return typed("array").set("items", value(fact, list.element()));
        }
        if (type instanceof MapOf map) {
            return typed("object").set("additionalProperties", value(fact, map.element()));
        }
        if (type instanceof Nested nested) {
            return JSON.objectNode().put("$ref", "#/$defs/" + nested.definition());
        }
        var schema = JSON.objectNode();
        var choices = schema.putArray("anyOf");
        ((AnyOf) type).choices().forEach(choice -> choices.add(value(fact, choice)));
        return schema;
    }

    private static ObjectNode plain(Plain type, List<String> allowed) {
        if (!allowed.isEmpty()) {
            var values = typed("string", "number", "boolean");
            var any = values.putArray("enum").addNull();
            allowed.forEach(any::add);
            return values;
        }
        return switch (type) {
            case STRING, TIMESTAMP -> typed("string", "number", "boolean");
            case INTEGER -> typed("integer", "string").put("pattern", "^[0-9]+$");
            case NUMBER -> typed("number", "string").put("pattern", "^[0-9.e]+$");
            case BOOLEAN -> typed("boolean", "string").put("pattern", "^(true|false)$");
            case TAG -> JSON.objectNode().put("$ref", "#/$defs/Tag.");
            case JSON -> JSON.objectNode();
        };
    }

    private static ObjectNode typed(String... names) {
        var schema = JSON.objectNode();
        var types = schema.putArray("type").add("null");
        for (var name : names) {
            types.add(name);
        }
        return schema;
    }
}
