package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML document as the tree that the same document in JSON gives: functions are objects, short forms included. Nodes
 * stand where they would stand in JSON: what is one word where it begins, everything else at its key.
 */
final class YamlReader {

    private static final int DEPTH = 100;

    private static final String MERGE = "<<";

    /** No limit but ours: on the size of the file, the depth, and what aliases repeat. */
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final YamlPlaces places;
    private final String file;
    private final Iterator<Event> events;
    private final List<Diagnostic> findings;
    private final Anchors anchors = new Anchors();

    private YamlReader(SourceText source, YamlPlaces places, List<Diagnostic> findings) {
        this.file = source.file();
        this.places = places;
        this.findings = findings;
        this.events = new Parse(SETTINGS).parseReader(source.reader()).iterator();
    }

    /** The document of this text; what is odd about it and can be read all the same joins the findings. */
    static Node read(SourceText source, List<Diagnostic> findings) {
        var places = new YamlPlaces(source);
        try {
            return new YamlReader(source, places, findings).document();
        } catch (YamlEngineException broken) {
            throw places.problem(broken);
        }
    }

    private Node document() {
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            throw BadInput.empty(file);
        }
        var root = node(1);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            throw BadInput.overlong(places.of(second));
        }
        anchors.report(findings);
        return root;
    }

    private Node node(int depth) {
        var event = events.next();
        return node(event, places.of(event), depth);
    }

    /** The node that this event begins and that stands there, with so many brackets open around and by it. */
    private Node node(Event event, Written at, int depth) {
        if (event instanceof AliasEvent alias) {
            return anchors.repeat(alias.getAlias().getValue(), places.of(alias), DEPTH - depth + 1);
        }
        var node = event instanceof ScalarEvent scalar
                ? scalar(scalar, at, depth)
                : collection((CollectionStartEvent) event, at, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.define(anchor.getValue(), node));
        return node;
    }

    private Node scalar(ScalarEvent scalar, Written at, int depth) {
        var tag = scalar.getTag().orElse("");
        if (!ShortForms.isFunction(tag)) {
            note(tag, at);
            return YamlScalars.of(scalar, tag, places.of(scalar));
        }
        guard(depth, scalar);
        return ShortForms.call(tag, TextNode.of(scalar.getValue()).at(places.of(scalar)), at);
    }

    private void note(String tag, Written at) {
        if (YamlScalars.isUnsupported(tag)) {
            findings.add(TemplateProblem.tag(tag.substring(tag.lastIndexOf(':') + 1), at));
        }
    }

    private Node collection(CollectionStartEvent event, Written at, int depth) {
        var tag = event.getTag().orElse("");
        if (!ShortForms.isFunction(tag)) {
            note(tag, at);
            return collection(event, depth).at(at);
        }
        return ShortForms.call(tag, collection(event, depth + 1).at(places.of(event)), at);
    }

    private Node collection(CollectionStartEvent event, int depth) {
        guard(depth, event);
        return event instanceof MappingStartEvent ? mapping(depth) : sequence(depth);
    }

    private ListNode sequence(int depth) {
        var items = new ArrayList<Node>();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, places.of(event), depth + 1));
        }
        return ListNode.of(items);
    }

    private ObjectNode mapping(int depth) {
        var entries = ObjectNode.builder();
        var merged = new ArrayList<ObjectNode>();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var key = key(event);
            var at = places.of(event);
            var value = node(events.next(), at, depth + 1);
            if (key.equals(MERGE) && ((ScalarEvent) event).isPlain()) {
                anchors.merge(value, at, merged);
            } else {
                if (entries.has(key)) {
                    findings.add(TemplateProblem.duplicateKey(key, at));
                }
                entries.put(key, value);
            }
        }
        for (var more : merged) {
            fill(entries, more);
        }
        return entries.build();
    }

    private static void fill(ObjectNode.Builder entries, ObjectNode more) {
        for (var i = 0; i < more.size(); i++) {
            if (!entries.has(more.key(i))) {
                entries.put(more.key(i), more.value(i));
            }
        }
    }

    private String key(Event event) {
        if (!(event instanceof ScalarEvent scalar)
                || ShortForms.isFunction(scalar.getTag().orElse(""))) {
            throw BadInput.keyIsNoName(places.of(event));
        }
        scalar.getAnchor().ifPresent(anchor -> anchors.define(anchor.getValue(), TextNode.of(scalar.getValue())));
        return scalar.getValue();
    }

    private void guard(int depth, Event event) {
        if (depth > DEPTH) {
            throw BadInput.tooDeep(places.of(event), DEPTH);
        }
    }
}
