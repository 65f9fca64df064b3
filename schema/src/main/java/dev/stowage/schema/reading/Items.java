package dev.stowage.schema.reading;

import dev.stowage.schema.origin.Origin;
import java.util.Iterator;
import java.util.List;

/**
 * The items of a list property as far as they are known. A list is <em>complete</em> when no item hides behind a function:
 * only then may a reader conclude from what is missing or from the sum of all.
 *
 * @param <T> the type of an item
 */
public final class Items<T> implements Iterable<T> {

    private final List<T> known;
    private final boolean complete;
    private final boolean written;
    private final Origin at;

    private Items(List<T> known, boolean complete, boolean written, Origin at) {
        this.known = known;
        this.complete = complete;
        this.written = written;
        this.at = at;
    }

    /** A list that is not written at all. */
    public static <T> Items<T> absent() {
        return new Items<>(List.of(), true, false, Origin.NOWHERE);
    }

    /** A list that is written there, and whether these are all of its items. */
    public static <T> Items<T> of(List<T> known, boolean complete, Origin at) {
        return new Items<>(List.copyOf(known), complete, true, at);
    }

    /** The items that are known, in order. */
    public List<T> known() {
        return known;
    }

    /** Whether these are all. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether the list is not written at all. */
    public boolean isAbsent() {
        return !written;
    }

    /** Where the list was written. */
    public Origin at() {
        return at;
    }

    @Override
    public Iterator<T> iterator() {
        return known.iterator();
    }
}
