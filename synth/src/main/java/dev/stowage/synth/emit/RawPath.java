package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a raw property into a tree: a path with slashes, whole numbers for positions in a list. */
public final class RawPath {

    /** Words that make a thing say nothing of a property that they merely imply. */
    private static final List<String> MAKING = List.of("raw", "of", "existing", "service", "http", "https");

    private final String path;
    private final Said at;
    private final @Nullable Kind of;
    private final Emission out;
    private final String[] steps;

    private RawPath(String path, Said at, @Nullable Kind of, Emission out) {
        this.path = path;
        this.at = at;
        this.of = of;
        this.out = out;
        this.steps = path.split("/", -1);
    }

    /** The same properties after a raw word. */
    public static ObjectNode write(ObjectNode properties, Particulars.Raw raw, Emission out) {
        var value = raw.value().in(out).at(raw.at());
        var path = new RawPath(raw.path(), raw.at(), raw.of(), out);
        return path.write(properties, 0, value) instanceof ObjectNode changed ? changed : properties;
    }

    /** The same properties with this one, of a resource whose properties have no words. */
    public static ObjectNode write(ObjectNode properties, String path, Node value, Said at, Emission out) {
        var written = new RawPath(path, at, null, out).write(properties, 0, value.at(at));
        return written instanceof ObjectNode changed ? changed : properties;
    }

    private Node write(@Nullable Node node, int depth, Node value) {
        if (depth == steps.length) {
            noteWord(node);
            return value;
        }
        var step = steps[depth];
        if (node instanceof ListNode list) {
            return writeInto(list, step, depth, value);
        }
        if (node == null && depth > 0 && position(step) == 0) {
            return writeInto(ListNode.of(List.of()).at(at), step, depth, value);
        }
        var object =
                node instanceof ObjectNode known ? known : ObjectNode.empty().at(at);
        return object.with(step, write(object.peek(step), depth + 1, value));
    }

    private Node writeInto(ListNode list, String step, int depth, Node value) {
        var position = position(step);
        if (position < 0 || position > list.items().size()) {
            out.find(
                    "raw.path.unknown",
                    at,
                    "`" + path + "` leads to a list of " + list.items().size() + " items, and `" + step
                            + "` is none of their positions.",
                    "Write a position from 0 to " + list.items().size() + ".");
            return list;
        }
        var items = new ArrayList<>(list.items());
        if (position == items.size()) {
            items.add(write(null, depth + 1, value));
        } else {
            items.set(position, write(items.get(position), depth + 1, value));
        }
        return ListNode.of(items).at(list.at());
    }

    /** A word that says the same is better: it is checked by the compiler. */
    private void noteWord(@Nullable Node before) {
        if (of == null) {
            return;
        }
        var word = before != null
                        && before.at() instanceof Said said
                        && said.because().isEmpty()
                ? said.word()
                : RawWords.of(of, path);
        if (!word.isEmpty() && !MAKING.contains(word)) {
            out.find(Diagnostic.of(
                            RuleId.of("raw.word-exists"),
                            Severity.NOTE,
                            at,
                            "`" + path + "` is written raw, and the word `" + word + "` says it.")
                    .fix("Say it with `." + word + "(…)`."));
        }
    }

    private static int position(String step) {
        if (step.isEmpty() || step.length() > 4) {
            return -1;
        }
        var position = 0;
        for (var i = 0; i < step.length(); i++) {
            var digit = step.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            position = position * 10 + digit;
        }
        return position;
    }
}
