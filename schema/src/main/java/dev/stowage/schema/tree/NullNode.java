package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/** A {@code null} that stands in a template; CloudFormation refuses it, so it only ever comes from a file. */
public final class NullNode implements Node {

    private final Origin at;

    private NullNode(Origin at) {
        this.at = at;
    }

    /** A null that was written there. */
    public static NullNode of(Origin at) {
        return new NullNode(at);
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public NullNode at(Origin origin) {
        return new NullNode(origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NullNode;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "null";
    }
}
