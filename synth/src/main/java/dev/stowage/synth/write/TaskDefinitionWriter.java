package dev.stowage.synth.write;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.read.ApiNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task definition as {@code aws ecs register-task-definition --cli-input-json} takes it: in the spelling of the ECS API,
 * every function worked out. Parameters count as their defaults. The API asks for a family; a definition without one gets
 * the names of its stack and of itself.
 */
public final class TaskDefinitionWriter {

    private static final Catalogue FACTS = Catalogue.standard();

    private final Found definition;
    private final ResourceType type;
    private final List<Diagnostic> missing;

    private TaskDefinitionWriter(Found definition, ResourceType type, List<Diagnostic> missing) {
        this.definition = definition;
        this.type = type;
        this.missing = missing;
    }

    /**
     * The text of a task definition.
     *
     * @param definition a resource of type {@code AWS::ECS::TaskDefinition}
     * @param missing takes a finding for each value that only a deployment tells; the text lacks it
     */
    public static byte[] json(Found definition, List<Diagnostic> missing) {
        var type = FACTS.type(EcsTaskDefinition.TYPE).orElseThrow();
        return JsonWriter.tree(new TaskDefinitionWriter(definition, type, missing).document());
    }

    private ObjectNode document() {
        var document = object(type.properties(), definition.resource().properties(), "");
        return document.has("family")
                ? document
                : document.with("family", definition.stack() + "-" + definition.logicalId());
    }

    private ObjectNode object(Definition wanted, ObjectNode object, String path) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            var key = object.key(i);
            var property = wanted.property(key);
            var kind = property.isPresent() ? property.get().type() : Plain.JSON;
            put(entries, ApiNames.of(key), value(kind, object.value(i), path + key));
        }
        return entries.build();
    }

    private static void put(ObjectNode.Builder entries, String key, @Nullable Node value) {
        if (value != null) {
            entries.put(key, value);
        }
    }

    /** What the node is in a deployment; null where it is nothing, or not known. */
    private @Nullable Node value(PropertyType wanted, Node written, String path) {
        var outcome = definition.scope().resolve(written);
        var node = outcome.node();
        if (node == null) {
            if (outcome != Outcome.ABSENT) {
                missing.add(unknown(written, path));
            }
            return null;
        }
        if (node instanceof ListNode list) {
            return items(wanted instanceof ListOf items ? items.element() : Plain.JSON, list, path);
        }
        if (node instanceof ObjectNode object) {
            return inner(wanted, object, path + "/");
        }
        return wanted instanceof Plain plain ? scalar(plain, node, outcome) : node;
    }

    private ListNode items(PropertyType wanted, ListNode list, String path) {
        var items = new ArrayList<Node>();
        for (var i = 0; i < list.items().size(); i++) {
            var item = value(wanted, list.items().get(i), path + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return ListNode.of(items);
    }

    private ObjectNode inner(PropertyType wanted, ObjectNode object, String path) {
        if (wanted == Plain.TAG) {
            return object(Definition.TAG, object, path);
        }
        var nested = wanted instanceof Nested inner ? type.definition(inner.definition()) : null;
        return nested == null || nested.isEmpty() ? map(wanted, object, path) : object(nested.get(), object, path);
    }

    /** An object whose keys are the author's own. */
    private ObjectNode map(PropertyType wanted, ObjectNode object, String path) {
        var element = wanted instanceof MapOf map ? map.element() : Plain.JSON;
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            put(entries, object.key(i), value(element, object.value(i), path + object.key(i)));
        }
        return entries.build();
    }

    /** CloudFormation turns one kind of scalar into another, the API does not. */
    private static Node scalar(Plain wanted, Node node, Outcome outcome) {
        var text = String.valueOf(outcome.text());
        return switch (wanted) {
            case STRING -> TextNode.of(text);
            case INTEGER, NUMBER -> isWhole(text) ? NumberNode.of(text) : node;
            case BOOLEAN -> text.equals("true") || text.equals("false") ? FlagNode.of(text.equals("true")) : node;
            default -> node;
        };
    }

    private static boolean isWhole(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && (text.length() == 1 || text.charAt(0) != '0');
    }

    private Diagnostic unknown(Node written, String path) {
        return Diagnostic.of(
                        RuleId.of("task-definition.value.unknown"),
                        Severity.ERROR,
                        written.at(),
                        "`" + path + "` is " + described(written)
                                + ", which only a deployment tells; a value is wanted.")
                .on(definition.stack(), definition.logicalId())
                .property(path)
                .fix("Add it to the JSON, such as from the resources of the deployed stack.");
    }

    private static String described(Node written) {
        if (!(written instanceof CallNode call)) {
            return "a dynamic reference";
        }
        return ShortForm.argument(call) instanceof TextNode argument
                ? "`!" + call.function().replace("Fn::", "") + " " + argument.value() + "`"
                : "a call of `" + call.function() + "`";
    }
}
