package dev.stowage.schema.origin;

import java.util.Optional;

/**
 * A word that a program said about a thing, and the call that said it: {@code count} of service {@code storefront}, at
 * {@code Shop.java:74}.
 */
public final class Said implements Origin {

    private final String kind;
    private final String name;
    private final String word;
    private final CallSite site;
    private final Optional<String> because;

    private Said(String kind, String name, String word, CallSite site, Optional<String> because) {
        this.kind = kind;
        this.name = name;
        this.word = word;
        this.site = site;
        this.because = because;
    }

    /**
     * A word about a thing.
     *
     * @param kind what the thing is, such as {@code service}
     * @param name what its maker called it
     * @param word the method that was called
     * @param site who called it
     */
    public static Said of(String kind, String name, String word, CallSite site) {
        return new Said(kind, name, word, site, Optional.empty());
    }

    /** The same place for something that follows from the word, such as a role, and why it follows. */
    public Said because(String reason) {
        return new Said(kind, name, word, site, Optional.of(reason));
    }

    /** What the thing is, such as {@code service}. */
    public String kind() {
        return kind;
    }

    /** What its maker called the thing. */
    public String name() {
        return name;
    }

    /** The method that was called. */
    public String word() {
        return word;
    }

    /** Who called it. */
    public CallSite site() {
        return site;
    }

    /** Why this follows from the word, where it was not said outright. */
    public Optional<String> because() {
        return because;
    }

    @Override
    public String toString() {
        var at = site.frames().isEmpty() ? "" : " at " + site.frames().get(0);
        return kind + " " + name + "." + word + at;
    }
}
