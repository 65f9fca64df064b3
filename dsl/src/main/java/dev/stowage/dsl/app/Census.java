package dev.stowage.dsl.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made while a blueprint described itself, used for one thing only: to tell what was made and forgotten. Bound to
 * the thread; nothing that is synthesized depends on it.
 */
public final class Census {

    private static final ThreadLocal<@Nullable Census> CURRENT = new ThreadLocal<>();

    private final List<Entry> entries = new ArrayList<>();

    private Census() {}

    /** Lets a blueprint describe itself and notes what it makes. */
    public static Described describe(Blueprint blueprint) {
        var outer = CURRENT.get();
        var census = new Census();
        CURRENT.set(census);
        try {
            return new Described(blueprint.describe(), Collections.unmodifiableList(census.entries));
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    static void note(Particulars made, @Nullable Particulars original) {
        var census = CURRENT.get();
        if (census != null) {
            census.entries.add(new Entry(made, original));
        }
    }

    /** One value that was made: a thing that is new, or a copy of another one after one more word. */
    public static final class Entry {

        private final Particulars made;
        private final @Nullable Particulars original;

        private Entry(Particulars made, @Nullable Particulars original) {
            this.made = made;
            this.original = original;
        }

        /** The particulars of the value. */
        public Particulars made() {
            return made;
        }

        /** The particulars of the value that it is a copy of; null for a thing that is new. */
        public @Nullable Particulars original() {
            return original;
        }
    }

    /** An app and all that was made to describe it. */
    public static final class Described {

        private final App app;
        private final List<Entry> made;

        private Described(App app, List<Entry> made) {
            this.app = app;
            this.made = made;
        }

        /** The app. */
        public App app() {
            return app;
        }

        /** What was made, in order. */
        public List<Entry> made() {
            return made;
        }
    }
}
