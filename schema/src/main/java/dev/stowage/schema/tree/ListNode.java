package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A list of nodes. */
public final class ListNode implements Node {

    private static final ListNode EMPTY = new ListNode(List.of(), Origin.NOWHERE);

    private final List<Node> items;
    private final Origin at;

    private ListNode(List<Node> items, Origin at) {
        this.items = items;
        this.at = at;
    }

    /** A list of these. */
    public static ListNode of(Node... items) {
        return items.length == 0 ? EMPTY : new ListNode(List.of(items), Origin.NOWHERE);
    }

    /** A list of these. */
    public static ListNode of(Collection<? extends Node> items) {
        return new ListNode(List.copyOf(items), Origin.NOWHERE);
    }

    /** What stands in it, in order. */
    public List<Node> items() {
        return items;
    }

    /** The same list with one more node at its end. */
    public ListNode plus(Node item) {
        var more = new ArrayList<Node>(items.size() + 1);
        more.addAll(items);
        more.add(item);
        return new ListNode(Collections.unmodifiableList(more), at);
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public ListNode at(Origin origin) {
        return new ListNode(items, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListNode that && that.items.equals(items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
