package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/** A string. */
public final class TextNode implements Node {

    private final String value;
    private final Origin at;

    private TextNode(String value, Origin at) {
        this.value = value;
        this.at = at;
    }

    /** This very string. */
    public static TextNode of(String value) {
        return new TextNode(value, Origin.NOWHERE);
    }

    /** The string. */
    public String value() {
        return value;
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public TextNode at(Origin origin) {
        return new TextNode(value, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextNode that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return '"' + value + '"';
    }
}
