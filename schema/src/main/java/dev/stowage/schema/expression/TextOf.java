package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A string that CloudFormation works out: an attribute, a join, a choice, an import. */
public sealed interface TextOf extends Text {

    /**
     * An attribute of a thing.
     *
     * @param thing whose attribute
     * @param attribute its name, or {@code Ref}
     */
    record Attribute(Referable thing, String attribute) implements TextOf {

        @Override
        public Node in(Context context) {
            return context.attribute(thing, attribute);
        }
    }

    /**
     * Two strings in a row.
     *
     * @param head the first
     * @param tail the second
     */
    record Joined(Text head, Text tail) implements TextOf {

        @Override
        public Node in(Context context) {
            var parts = new ArrayList<Node>();
            gather(this, context, parts);
            return parts.isEmpty()
                    ? TextNode.of("")
                    : parts.size() == 1 ? parts.get(0) : Functions.join("", ListNode.of(parts));
        }

        private static void gather(Text text, Context context, List<Node> parts) {
            if (text instanceof Joined joined) {
                gather(joined.head, context, parts);
                gather(joined.tail, context, parts);
                return;
            }
            var node = text.in(context);
            if (node instanceof TextNode empty && empty.value().isEmpty()) {
                return;
            }
            var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (node instanceof TextNode next && last instanceof TextNode before) {
                parts.set(parts.size() - 1, TextNode.of(before.value().concat(next.value())));
            } else {
                parts.add(node);
            }
        }
    }

    /**
     * One of two strings.
     *
     * @param condition which one
     * @param yes where it holds
     * @param no where it does not
     */
    record Chosen(Condition condition, Text yes, Text no) implements TextOf {

        @Override
        public Node in(Context context) {
            return Functions.choose(condition.name(context), yes.in(context), no.in(context));
        }
    }

    /**
     * What another stack exports.
     *
     * @param name the name of the export
     */
    record Imported(String name) implements TextOf {

        public Imported {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Node in(Context context) {
            return Functions.importValue(TextNode.of(name));
        }
    }
}
