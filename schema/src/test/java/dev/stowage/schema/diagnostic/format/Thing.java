package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Said;
import java.util.function.UnaryOperator;

/** A little language for the programs of these tests: each word remembers the call that said it. */
public final class Thing {

    private final String name;
    private final Said said;

    private Thing(String name, Said said) {
        this.name = name;
        this.said = said;
    }

    public static Thing of(String name) {
        return new Thing(name, Said.of("service", name, "of", CallSite.here()));
    }

    public Thing count(int count) {
        return new Thing(name, Said.of("service", name, "count", CallSite.here()));
    }

    public Thing graceful(int seconds) {
        return new Thing(name, Said.of("service", name, "graceful", CallSite.here()));
    }

    public Thing with(UnaryOperator<Thing> habit) {
        return habit.apply(this);
    }

    public Said said() {
        return said;
    }
}
