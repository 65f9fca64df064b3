package dev.stowage.synth.read;

import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Frame;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a program that a {@code stowage.json} remembers, by number, and how they return to the nodes that came of
 * them: a node without a number of its own came of the word of its parent.
 */
final class Origins {

    private final List<Origin> origins;

    private Origins(List<Origin> origins) {
        this.origins = origins;
    }

    static Origins read(ObjectNode memory) {
        var frames = new ArrayList<Frame>();
        for (var item : memory.list("frames").items()) {
            frames.add(frame(item instanceof ObjectNode object ? object : ObjectNode.empty()));
        }
        var origins = new ArrayList<Origin>();
        for (var item : memory.list("origins").items()) {
            origins.add(said(item instanceof ObjectNode object ? object : ObjectNode.empty(), frames));
        }
        return new Origins(origins);
    }

    private static Frame frame(ObjectNode frame) {
        return Frame.remembered(
                frame.text("class").orElse(""),
                frame.text("method").orElse(""),
                frame.text("file").orElse(""),
                number(frame.peek("line")),
                frame.peek("library") instanceof FlagNode library && library.value());
    }

    private static Origin said(ObjectNode word, List<Frame> frames) {
        var trail = new ArrayList<Frame>();
        for (var item : word.list("frames").items()) {
            var number = number(item);
            if (number >= 0 && number < frames.size()) {
                trail.add(frames.get(number));
            }
        }
        var said = Said.of(
                word.text("kind").orElse(""),
                word.text("name").orElse(""),
                word.text("word").orElse(""),
                CallSite.remembered(trail));
        var because = word.text("because");
        return because.isPresent() ? said.because(because.get()) : said;
    }

    /** The word of this number; nowhere if there is none. */
    Origin at(@Nullable Node number) {
        return at(number, Origin.NOWHERE);
    }

    private Origin at(@Nullable Node number, Origin otherwise) {
        var position = number(number);
        return position >= 0 && position < origins.size() ? origins.get(position) : otherwise;
    }

    /**
     * The same node with the words it came of.
     *
     * @param node what stands in the template
     * @param mark a number, or an object of the same shape as the node with the node's own number under the empty key
     * @param inherited the word of its parent
     */
    Node restore(Node node, @Nullable Node mark, Origin inherited) {
        var marks = mark instanceof ObjectNode object ? object : ObjectNode.empty();
        var own = at(mark instanceof ObjectNode ? marks.peek("") : mark, inherited);
        var restored = inner(node, marks, own);
        return own == Origin.NOWHERE ? restored : restored.at(own);
    }

    private Node inner(Node node, ObjectNode marks, Origin own) {
        if (node instanceof ObjectNode object) {
            return inner(object, marks, own);
        }
        if (node instanceof CallNode call) {
            return CallNode.of(call.function(), restore(call.argument(), marks.peek(call.function()), own))
                    .at(call.at());
        }
        if (!(node instanceof ListNode list)) {
            return node;
        }
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
            items.add(restore(item, marks.peek(Integer.toString(items.size())), own));
        }
        return ListNode.of(items).at(list.at());
    }

    private ObjectNode inner(ObjectNode object, ObjectNode marks, Origin own) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            var key = object.key(i);
            entries.put(key, restore(object.value(i), key.isEmpty() ? null : marks.peek(key), own));
        }
        return entries.build().at(object.at());
    }

    private static int number(@Nullable Node node) {
        try {
            return node instanceof NumberNode number ? Integer.parseInt(number.digits()) : -1;
        } catch (NumberFormatException fraction) {
            return -1;
        }
    }
}
