package dev.stowage.synth.write;

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
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the words of a program, and the lines that said them, in the order in which they are first met. */
final class OriginTable {

    private static final int NONE = -1;

    private final IdentityHashMap<Said, Integer> met = new IdentityHashMap<>();
    private final IdentityHashMap<CallSite, ListNode> trails = new IdentityHashMap<>();
    private final Map<Word, Integer> words = new HashMap<>();
    private final Map<Frame, Integer> lines = new HashMap<>();
    private final Map<String, Boolean> libraries = new HashMap<>();
    private final List<Node> origins = new ArrayList<>();
    private final List<Node> frames = new ArrayList<>();

    /** All words met so far. */
    ListNode origins() {
        return ListNode.of(origins);
    }

    /** All lines met so far. */
    ListNode frames() {
        return ListNode.of(frames);
    }

    /** An object with the number of an origin under {@code at}; the same object if it is no word of a program. */
    ObjectNode mark(ObjectNode object, Origin origin) {
        var number = number(origin, NONE);
        return number == NONE ? object : object.with("at", NumberNode.of(number));
    }

    /** The numbers in a tree: of the tree itself, or those below it that differ from their parent's; null if none does. */
    @Nullable
    Node marks(Node node, Origin inherited) {
        return marks(node, number(inherited, NONE));
    }

    private @Nullable Node marks(Node node, int inherited) {
        var own = number(node.at(), inherited);
        var inner = inner(node, own);
        if (inner.isEmpty()) {
            return own == inherited ? null : NumberNode.of(own);
        }
        return own == inherited ? inner : inner.with("", NumberNode.of(own));
    }

    private ObjectNode inner(Node node, int own) {
        var marks = ObjectNode.empty();
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                marks = put(marks, object.key(i), object.value(i), own);
            }
        } else if (node instanceof CallNode call) {
            marks = put(marks, call.function(), call.argument(), own);
        } else if (node instanceof ListNode list) {
            for (var i = 0; i < list.items().size(); i++) {
                marks = put(marks, Integer.toString(i), list.items().get(i), own);
            }
        }
        return marks;
    }

    /** A child under an empty key gets no number, as that key holds the number of its parent. */
    private ObjectNode put(ObjectNode marks, String key, Node child, int own) {
        var mark = key.isEmpty() ? null : marks(child, own);
        return mark == null ? marks : marks.with(key, mark);
    }

    private int number(Origin origin, int otherwise) {
        if (!(origin instanceof Said said)) {
            return otherwise;
        }
        var known = met.get(said);
        if (known != null) {
            return known;
        }
        var number = word(said);
        met.put(said, number);
        return number;
    }

    private int word(Said said) {
        var trail = trail(said.site());
        var known = words.putIfAbsent(new Word(said, trail), origins.size());
        if (known != null) {
            return known;
        }
        var word = ObjectNode.empty()
                .with("kind", said.kind())
                .with("name", said.name())
                .with("word", said.word())
                .with("frames", trail);
        var because = said.because();
        origins.add(because.isPresent() ? word.with("because", because.get()) : word);
        return origins.size() - 1;
    }

    /** Many words share one call: everything that follows from it. */
    private ListNode trail(CallSite site) {
        var known = trails.get(site);
        if (known != null) {
            return known;
        }
        var numbers = new ArrayList<Node>();
        for (var frame : site.frames()) {
            numbers.add(NumberNode.of(line(frame)));
        }
        var trail = ListNode.of(numbers);
        trails.put(site, trail);
        return trail;
    }

    private int line(Frame frame) {
        var known = lines.putIfAbsent(frame, frames.size());
        if (known != null) {
            return known;
        }
        var line = ObjectNode.empty()
                .with("class", TextNode.of(frame.className()))
                .with("method", frame.method())
                .with("file", frame.file())
                .with("line", NumberNode.of(frame.line()));
        frames.add(isLibrary(frame) ? line.with("library", FlagNode.of(true)) : line);
        return frames.size() - 1;
    }

    /** Asks once for each package, since the answer loads annotations. */
    private boolean isLibrary(Frame frame) {
        var known = libraries.get(frame.packageName());
        if (known == null) {
            known = frame.isLibrary();
            libraries.put(frame.packageName(), known);
        }
        return known;
    }

    /** A word and the lines that said it. A class and no text of all its parts, as a program says thousands of words. */
    private static final class Word {

        private final Said said;
        private final ListNode trail;

        private Word(Said said, ListNode trail) {
            this.said = said;
            this.trail = trail;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Word that
                    && that.said.name().equals(said.name())
                    && that.said.word().equals(said.word())
                    && that.said.kind().equals(said.kind())
                    && that.said.because().equals(said.because())
                    && that.trail.equals(trail);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * said.name().hashCode() + said.word().hashCode())
                    + said.because().hashCode();
        }
    }
}
