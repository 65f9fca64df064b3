package dev.stowage.local.ledger;

import dev.stowage.local.stack.Hidden;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as trees, field by field. Of secrets there is a print, by which the same one is known again, and nothing else. */
final class Writing {

    /** The key under which the class of a value stands. */
    static final String CLASS = "is";

    private final Function<Hidden, String> prints;

    Writing(Function<Hidden, String> prints) {
        this.prints = prints;
    }

    Node tree(@Nullable Object value) {
        if (value == null) {
            return NullNode.of(Origin.NOWHERE);
        }
        if (value instanceof Optional<?> maybe) {
            return ListNode.of(maybe.stream().map(this::tree).toList());
        }
        if (value instanceof OptionalInt maybe) {
            return ListNode.of(maybe.stream().mapToObj(this::tree).toList());
        }
        if (value instanceof Collection<?> all) {
            return ListNode.of(all.stream().map(this::tree).toList());
        }
        if (value instanceof Map<?, ?> map) {
            var entries = new ArrayList<Node>();
            map.forEach((key, one) -> entries.add(ListNode.of(tree(key), tree(one))));
            return ListNode.of(entries);
        }
        if (value instanceof Hidden secret) {
            return TextNode.of(prints.apply(secret));
        }
        return isPlain(value) ? TextNode.of(text(value)) : fields(value);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Enum<?>
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Duration
                || value instanceof Instant;
    }

    private static String text(Object value) {
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private Node fields(Object value) {
        if (value instanceof TaskDefinition revision) {
            return ObjectNode.empty()
                    .with("family", revision.family())
                    .with("revision", tree(revision.revision()))
                    .with("demand", tree(revision.demand()))
                    .with("containers", tree(revision.containers()));
        }
        var node = ObjectNode.builder().put(CLASS, TextNode.of(value.getClass().getSimpleName()));
        for (var field : Anatomy.of(value.getClass()).fields()) {
            try {
                node.put(field.getName(), tree(field.get(value)));
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(closed);
            }
        }
        return node.build();
    }
}
