package dev.stowage.local.config;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trees of plain values, as values. */
final class Trees {

    private Trees() {}

    static String text(@Nullable Node node) {
        var text = node == null ? null : Outcome.known(node).text();
        return text == null ? "" : text;
    }

    /** What is wrong with a file, without its place. */
    static String sentence(BadInput broken) {
        var line = String.valueOf(broken.getMessage());
        return line.substring(line.indexOf(": ") + 2);
    }

    static Optional<Integer> whole(@Nullable Node node) {
        var text = text(node);
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    static List<String> texts(ListNode list) {
        return list.items().stream().map(Trees::text).toList();
    }

    static Map<String, String> texts(ObjectNode object) {
        var texts = new LinkedHashMap<String, String>();
        for (var i = 0; i < object.size(); i++) {
            texts.put(object.key(i), text(object.value(i)));
        }
        return texts;
    }
}
