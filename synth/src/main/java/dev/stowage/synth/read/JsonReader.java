package dev.stowage.synth.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON document as it stands, functions still being objects. A string, number or word stands where its first
 * character stands; an object or a list stands where its key begins, as that is what a reader looks for.
 */
final class JsonReader {

    private static final int DEPTH = 100;

    /** No limits but ours: on the size of the file, and on the depth. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final SourceText source;
    private final JsonParser parser;
    private final List<Diagnostic> findings;

    private JsonReader(SourceText source, JsonParser parser, List<Diagnostic> findings) {
        this.source = source;
        this.parser = parser;
        this.findings = findings;
    }

    /** The document of this text; what is odd about it and can be read all the same joins the findings. */
    static Node read(SourceText source, List<Diagnostic> findings) {
        try (var parser = FACTORY.createParser(source.chars(), source.begin(), source.end() - source.begin())) {
            return new JsonReader(source, parser, findings).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException("characters in memory cannot fail to be read", impossible);
        }
    }

    private Node document() throws IOException {
        try {
            parser.nextToken();
            var root = value(here(), 0);
            if (parser.nextToken() != null) {
                throw BadInput.overlong(here());
            }
            return root;
        } catch (JsonEOFException end) {
            throw BadInput.unfinished(place(end.getLocation()));
        } catch (JsonProcessingException broken) {
            var where = broken.getLocation();
            throw BadInput.broken(place(where), source.wordAt((int) where.getCharOffset()));
        }
    }

    private Node value(Written bracket, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(bracket, depth + 1);
            case START_ARRAY -> list(bracket, depth + 1);
            case VALUE_STRING -> TextNode.of(parser.getText()).at(here());
            case VALUE_TRUE, VALUE_FALSE ->
                FlagNode.of(parser.getBooleanValue()).at(here());
            case VALUE_NULL -> NullNode.of(here());
            default -> NumberNode.of(parser.getText()).at(here());
        };
    }

    private ObjectNode object(Written at, int depth) throws IOException {
        guard(depth);
        var entries = ObjectNode.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var keyAt = here();
            if (entries.has(key)) {
                findings.add(TemplateProblem.duplicateKey(key, keyAt));
            }
            parser.nextToken();
            entries.put(key, value(keyAt, depth));
        }
        return entries.build().at(at);
    }

    private ListNode list(Written at, int depth) throws IOException {
        guard(depth);
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(here(), depth));
        }
        return ListNode.of(items).at(at);
    }

    private void guard(int depth) {
        if (depth > DEPTH) {
            throw BadInput.tooDeep(here(), DEPTH);
        }
    }

    private Written here() {
        return place(parser.currentTokenLocation());
    }

    private Written place(JsonLocation location) {
        return new Written(source.file(), location.getLineNr(), location.getColumnNr());
    }
}
