package dev.stowage.schema.resource;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What all generated views share: reading a property as CloudFormation would convert it ({@code "80"} is a number), and
 * writing one. Immutable: a setter returns a view over a changed object. What is set without a place of its own takes
 * the place of the view, see {@link #said}.
 *
 * @param <V> the view itself
 */
public abstract class View<V extends View<V>> implements Shape<V> {

    private final ObjectNode tree;
    private final Scope scope;
    private final Origin said;

    /** A view over this object, read under this scope; what is set from here on was written there. */
    protected View(ObjectNode tree, Scope scope, Origin said) {
        this.tree = tree;
        this.scope = scope;
        this.said = said;
    }

    @Override
    public final ObjectNode tree() {
        return tree;
    }

    /** The same view; what is set from here on was written there. */
    public final V said(Origin origin) {
        return over(tree, scope, origin);
    }

    /** Reads a string; a number or flag counts as the string that CloudFormation makes of it. */
    protected final Reading<String> textAt(String property) {
        var node = tree.peek(property);
        return node == null ? Reading.absent() : textOf(node);
    }

    /** Reads a whole number; a string of digits counts. */
    protected final Reading<Integer> wholeAt(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Reading.absent();
        }
        var outcome = scope.resolve(node);
        var digits = outcome.text();
        if (digits == null) {
            return missing(outcome, node);
        }
        try {
            return Reading.assumed(Integer.valueOf(digits.trim()), node.at(), outcome.assumed());
        } catch (NumberFormatException notWhole) {
            return Reading.unknown(node.at());
        }
    }

    /** Reads a number that may have a fraction; a string of digits counts. */
    protected final Reading<Double> numberAt(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Reading.absent();
        }
        var outcome = scope.resolve(node);
        var digits = outcome.text();
        if (digits == null) {
            return missing(outcome, node);
        }
        try {
            return Reading.assumed(Double.valueOf(digits.trim()), node.at(), outcome.assumed());
        } catch (NumberFormatException notNumber) {
            return Reading.unknown(node.at());
        }
    }

    /** Reads a flag; the strings {@code "true"} and {@code "false"} count. */
    protected final Reading<Boolean> flagAt(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Reading.absent();
        }
        var outcome = scope.resolve(node);
        var word = outcome.text();
        if (word == null) {
            return missing(outcome, node);
        }
        return switch (word) {
            case "true", "True" -> Reading.assumed(true, node.at(), outcome.assumed());
            case "false", "False" -> Reading.assumed(false, node.at(), outcome.assumed());
            default -> Reading.unknown(node.at());
        };
    }

    /** Reads free JSON, a map, or a property of several types. */
    protected final Reading<Node> jsonAt(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Reading.absent();
        }
        var outcome = scope.resolve(node);
        var found = outcome.node();
        return found == null ? missing(outcome, node) : Reading.assumed(found, node.at(), outcome.assumed());
    }

    /** Reads a nested object through a view made of this prototype. */
    protected final <N> Reading<N> nestedAt(String property, Shape<N> prototype) {
        var node = tree.peek(property);
        if (node == null) {
            return Reading.absent();
        }
        var outcome = scope.resolve(node);
        return outcome.node() instanceof ObjectNode object
                ? Reading.assumed(prototype.over(object, scope, object.at()), node.at(), outcome.assumed())
                : missing(outcome, node);
    }

    /** Reads a list of strings. */
    protected final Items<Reading<String>> textsAt(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Items.absent();
        }
        var outcome = scope.resolve(node);
        if (!(outcome.node() instanceof ListNode list)) {
            return outcome == Scope.Outcome.ABSENT ? Items.absent() : Items.of(List.of(), false, node.at());
        }
        var items = new ArrayList<Reading<String>>(list.items().size());
        for (var item : list.items()) {
            var reading = textOf(item);
            if (!reading.isAbsent()) {
                items.add(reading);
            }
        }
        return Items.of(items, true, node.at());
    }

    /** Reads a list of nodes as they are, functions resolved where the scope can. */
    private Items<Node> nodes(String property) {
        var node = tree.peek(property);
        if (node == null) {
            return Items.absent();
        }
        var outcome = scope.resolve(node);
        if (!(outcome.node() instanceof ListNode list)) {
            return outcome == Scope.Outcome.ABSENT ? Items.absent() : Items.of(List.of(), false, node.at());
        }
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
            var each = scope.resolve(item);
            if (each != Scope.Outcome.ABSENT) {
                items.add(each.node() == null ? item : each.node());
            }
        }
        return Items.of(items, true, node.at());
    }

    /** Reads a list of objects through views made of this prototype. */
    protected final <N> Items<N> itemsAt(String property, Shape<N> prototype) {
        var nodes = nodes(property);
        if (nodes.isAbsent()) {
            return Items.absent();
        }
        var views = new ArrayList<N>(nodes.known().size());
        var complete = nodes.isComplete();
        for (var node : nodes) {
            if (node instanceof ObjectNode object) {
                views.add(prototype.over(object, scope, object.at()));
            } else {
                complete = false;
            }
        }
        return Items.of(views, complete, nodes.at());
    }

    /** Writes a node. */
    protected final V with(String property, Node value) {
        return over(tree.with(property, value.at() == Origin.NOWHERE ? value.at(said) : value), scope, said);
    }

    /** Writes a string. */
    protected final V with(String property, String value) {
        return with(property, TextNode.of(value));
    }

    /** Writes a whole number. */
    protected final V with(String property, int value) {
        return with(property, NumberNode.of(value));
    }

    /** Writes a number that may have a fraction. */
    protected final V with(String property, double value) {
        var isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return with(property, isWhole ? NumberNode.of((long) value) : NumberNode.of(Double.toString(value)));
    }

    /** Writes a flag. */
    protected final V with(String property, boolean value) {
        return with(property, FlagNode.of(value));
    }

    /** Writes a nested object. */
    protected final V with(String property, Shape<?> value) {
        return with(property, value.tree());
    }

    /** Writes a list of strings. */
    protected final V withTexts(String property, Collection<String> values) {
        var nodes = new ArrayList<Node>(values.size());
        for (var value : values) {
            nodes.add(TextNode.of(value));
        }
        return with(property, ListNode.of(nodes));
    }

    /** Writes a list of objects. */
    protected final V withItems(String property, Collection<? extends Shape<?>> values) {
        var nodes = new ArrayList<Node>(values.size());
        for (var value : values) {
            nodes.add(value.tree().at() == Origin.NOWHERE ? value.tree().at(said) : value.tree());
        }
        return with(property, ListNode.of(nodes));
    }

    private Reading<String> textOf(Node node) {
        var outcome = scope.resolve(node);
        var text = outcome.text();
        return text == null ? missing(outcome, node) : Reading.assumed(text, node.at(), outcome.assumed());
    }

    private static <T> Reading<T> missing(Scope.Outcome outcome, Node node) {
        return outcome == Scope.Outcome.ABSENT ? Reading.absent() : Reading.unknown(node.at());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof View<?> that && that.getClass() == getClass() && that.tree.equals(tree);
    }

    @Override
    public final int hashCode() {
        return tree.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + tree;
    }
}
