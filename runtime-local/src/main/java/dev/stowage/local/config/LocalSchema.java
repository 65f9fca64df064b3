package dev.stowage.local.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The JSON Schema of {@code local.yaml}, and what it finds in a document: each mistake where it stands. */
final class LocalSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LocalSchema() {}

    /** The schema itself, for editors. */
    static String text() {
        try (var stream = LocalSchema.class.getResourceAsStream("local.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("the jar of Stowage is incomplete: local.schema.json is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything that the schema does not allow. */
    static List<Diagnostic> check(Node root) {
        System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var findings = new ArrayList<Diagnostic>();
        var seen = new ArrayList<String>();
        for (var error : registry.getSchema(text()).validate(json(root))) {
            var path = path(error);
            if (!seen.contains(path)) {
                seen.add(path);
                findings.add(finding(root, error, path));
            }
        }
        return findings;
    }

    private static String path(Error error) {
        var property = error.getKeyword().equals("additionalProperties") ? error.getProperty() : null;
        return error.getInstanceLocation() + (property == null ? "" : "/" + property);
    }

    private static Diagnostic finding(Node root, Error error, String path) {
        var name = path.isEmpty() ? "The file" : "`" + path.substring(1).replace("~1", "/") + "`";
        var sentence = switch (error.getKeyword()) {
            case "additionalProperties" -> " is no word of local.yaml here";
            case "required" -> " lacks `" + error.getProperty() + "`";
            case "pattern" -> " has another form than the one that is wanted: " + error.getMessage();
            default -> ": " + error.getMessage();
        };
        return Gap.CONFIG.at(at(root, path), name + sentence + ".");
    }

    /** Where a path of JSON leads to, or as far as it leads. */
    private static Origin at(Node root, String path) {
        var place = root.at();
        var node = root;
        for (var key : List.of(path.split("/", -1))) {
            var plain = key.replace("~1", "/").replace("~0", "~");
            Node next = null;
            if (node instanceof ObjectNode object) {
                next = object.peek(plain);
            } else if (node instanceof ListNode list
                    && !plain.isEmpty()
                    && plain.chars().allMatch(Character::isDigit)) {
                next = list.items().get(Integer.parseInt(plain));
            }
            if (next != null) {
                node = next;
                place = next.at();
            }
        }
        return place;
    }

    private static JsonNode json(Node node) {
        if (node instanceof ObjectNode object) {
            var json = JSON.objectNode();
            for (var i = 0; i < object.size(); i++) {
                json.set(object.key(i), json(object.value(i)));
            }
            return json;
        }
        if (node instanceof ListNode list) {
            var json = JSON.arrayNode();
            list.items().forEach(each -> json.add(json(each)));
            return json;
        }
        if (node instanceof NumberNode number) {
            return JSON.numberNode(new BigDecimal(number.digits()));
        }
        if (node instanceof FlagNode flag) {
            return JSON.booleanNode(flag.value());
        }
        return node instanceof TextNode text ? JSON.textNode(text.value()) : JSON.nullNode();
    }
}
