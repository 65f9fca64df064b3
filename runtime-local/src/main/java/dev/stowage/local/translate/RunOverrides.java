package dev.stowage.local.translate;

import dev.stowage.local.stack.Overrides;
import dev.stowage.local.stack.Overrides.OfContainer;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.semantics.SizeText;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The input of a schedule, which is a {@code TaskOverride} of the ECS API as JSON. */
final class RunOverrides {

    private RunOverrides() {}

    /** What the text says; nothing where it is no JSON object. */
    static Overrides of(String input) {
        if (input.isBlank()) {
            return Overrides.NONE;
        }
        try {
            var node = ModelReader.document("input.json", input.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
            return node instanceof ObjectNode object ? overrides(object) : Overrides.NONE;
        } catch (BadInput noJson) {
            return Overrides.NONE;
        }
    }

    private static Overrides overrides(ObjectNode object) {
        var containers = new ArrayList<OfContainer>();
        for (var item : object.list("containerOverrides").items()) {
            if (item instanceof ObjectNode container) {
                containers.add(container(container));
            }
        }
        return new Overrides(
                containers,
                boxed(SizeText.cpu(text(object.peek("cpu")))),
                boxed(SizeText.memory(text(object.peek("memory")))),
                object.text("taskRoleArn"),
                object.text("executionRoleArn"));
    }

    private static OfContainer container(ObjectNode object) {
        var command =
                object.list("command").items().stream().map(RunOverrides::text).toList();
        var environment = new LinkedHashMap<String, String>();
        for (var item : object.list("environment").items()) {
            if (item instanceof ObjectNode pair) {
                environment.put(text(pair.peek("name")), text(pair.peek("value")));
            }
        }
        return new OfContainer(
                text(object.peek("name")),
                command,
                environment,
                boxed(SizeText.cpu(text(object.peek("cpu")))),
                boxed(SizeText.memory(text(object.peek("memory")))),
                boxed(SizeText.memory(text(object.peek("memoryReservation")))));
    }

    private static String text(@Nullable Node node) {
        var text = node == null ? null : Outcome.known(node).text();
        return text == null ? "" : text;
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
