package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/** {@code true} or {@code false}. */
public final class FlagNode implements Node {

    private final boolean value;
    private final Origin at;

    private FlagNode(boolean value, Origin at) {
        this.value = value;
        this.at = at;
    }

    /** True or false. */
    public static FlagNode of(boolean value) {
        return new FlagNode(value, Origin.NOWHERE);
    }

    /** Whether it is true. */
    public boolean value() {
        return value;
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public FlagNode at(Origin origin) {
        return new FlagNode(value, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlagNode that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
