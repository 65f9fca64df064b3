package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/** A number, with its digits as they were written: {@code 1.10} stays {@code 1.10}. */
public final class NumberNode implements Node {

    private final String digits;
    private final Origin at;

    private NumberNode(String digits, Origin at) {
        this.digits = digits;
        this.at = at;
    }

    /** The number with these digits, as JSON writes them. */
    public static NumberNode of(String digits) {
        return new NumberNode(digits, Origin.NOWHERE);
    }

    /** This whole number. */
    public static NumberNode of(long value) {
        return of(Long.toString(value));
    }

    /** The digits, as JSON writes a number. */
    public String digits() {
        return digits;
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public NumberNode at(Origin origin) {
        return new NumberNode(digits, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberNode that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return digits;
    }
}
