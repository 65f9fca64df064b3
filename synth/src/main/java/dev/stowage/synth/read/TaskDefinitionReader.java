package dev.stowage.synth.read;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a task definition as a template of one resource: what {@code aws ecs register-task-definition} takes and {@code
 * describe-task-definition} answers, or the properties of the resource as CloudFormation spells them.
 */
final class TaskDefinitionReader {

    private static final String ANSWER = "taskDefinition";
    private static final String TAGS = "tags";
    private static final String NAMELESS = "TaskDefinition";

    private static final Catalogue FACTS = Catalogue.standard();

    private final ResourceType type;

    private TaskDefinitionReader(ResourceType type) {
        this.type = type;
    }

    /** Whether this is a task definition, or the answer of the ECS API about one. */
    static boolean isOne(ObjectNode document) {
        return isSpelledByApi(definition(document)) || document.peek("ContainerDefinitions") instanceof ListNode;
    }

    private static boolean isSpelledByApi(ObjectNode definition) {
        return definition.peek("containerDefinitions") instanceof ListNode;
    }

    /** An answer holds the definition beside its tags. */
    private static ObjectNode definition(ObjectNode document) {
        if (!(document.peek(ANSWER) instanceof ObjectNode definition)) {
            return document;
        }
        var tags = document.peek(TAGS);
        return tags == null ? definition : definition.with(TAGS, tags);
    }

    /** The template of the task definition in this document, as this stack. */
    static Template read(String stack, ObjectNode document) {
        var definition = definition(document);
        var resource = isSpelledByApi(definition)
                ? new TaskDefinitionReader(FACTS.type(EcsTaskDefinition.TYPE).orElseThrow()).resource(definition)
                : spelledByCloudFormation(Calls.inStructure(definition));
        return Template.of(stack, List.of(resource)).at(document.at());
    }

    private static Resource spelledByCloudFormation(ObjectNode properties) {
        var family = properties.text("Family").orElse("");
        return Resource.of(logicalId(family), EcsTaskDefinition.TYPE, properties, properties.at());
    }

    /** What AWS says of a definition and nobody can register is kept as metadata, which says nothing to CloudFormation. */
    private Resource resource(ObjectNode definition) {
        var written = ObjectNode.builder();
        var answered = ObjectNode.builder();
        for (var i = 0; i < definition.size(); i++) {
            var entries = isAnswer(definition.key(i)) ? answered : written;
            entries.put(definition.key(i), definition.value(i));
        }
        var properties = object(type.properties(), written.build().at(definition.at()));
        var metadata = answered.build();
        return metadata.isEmpty()
                ? spelledByCloudFormation(properties)
                : spelledByCloudFormation(properties)
                        .attributes(ObjectNode.of("Metadata", metadata.at(definition.at())));
    }

    private static boolean isAnswer(String name) {
        return switch (name) {
            case "compatibilities",
                    "deleteRequestedAt",
                    "deregisteredAt",
                    "registeredAt",
                    "registeredBy",
                    "requiresAttributes",
                    "revision",
                    "status",
                    "taskDefinitionArn" -> true;
            default -> false;
        };
    }

    private ObjectNode object(Definition definition, ObjectNode object) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            var property = ApiNames.property(definition, object.key(i));
            if (property.isPresent()) {
                entries.put(property.get().name(), value(property.get().type(), object.value(i)));
            } else {
                entries.put(object.key(i), object.value(i));
            }
        }
        return entries.build().at(object.at());
    }

    private Node value(PropertyType wanted, Node node) {
        if (wanted instanceof PropertyType.ListOf list && node instanceof ListNode items) {
            var values = new ArrayList<Node>();
            for (var item : items.items()) {
                values.add(value(list.element(), item));
            }
            return ListNode.of(values).at(items.at());
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (wanted == PropertyType.Plain.TAG) {
            return object(Definition.TAG, object);
        }
        var nested = wanted instanceof PropertyType.Nested inner ? type.definition(inner.definition()) : null;
        return nested == null || nested.isEmpty() ? node : object(nested.get(), object);
    }

    /** {@code WebApi} for {@code web-api}. */
    private static String logicalId(String family) {
        var id = new StringBuilder();
        var begins = true;
        for (var i = 0; i < family.length(); i++) {
            var c = family.charAt(i);
            var isSign = c >= 128 || !Character.isLetterOrDigit(c);
            if (!isSign) {
                id.append(begins ? Character.toUpperCase(c) : c);
            }
            begins = isSign;
        }
        return id.length() == 0 ? NAMELESS : id.toString();
    }
}
