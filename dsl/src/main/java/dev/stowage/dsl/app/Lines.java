package dev.stowage.dsl.app;

import dev.stowage.schema.origin.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * Where each word about a value was said. Immutable: a word adds its own line to those before it. All lines are equal, so
 * that values which say the same are equal wherever they were said.
 */
public final class Lines {

    private final @Nullable Lines before;
    private final String word;
    private final CallSite site;

    private Lines(@Nullable Lines before, String word, CallSite site) {
        this.before = before;
        this.word = word;
        this.site = site;
    }

    /** The line of the call that is being made, which begins a value. */
    public static Lines here(String word) {
        return new Lines(null, word, CallSite.here());
    }

    /** These lines and that of the call that is being made. */
    public Lines and(String word) {
        return new Lines(this, word, CallSite.here());
    }

    /** Where a word was said last; where the value began, if it never was. */
    public CallSite at(String word) {
        var line = this;
        while (!line.word.equals(word) && line.before != null) {
            line = line.before;
        }
        return line.site;
    }

    /** Whether a word was said at all. */
    public boolean has(String word) {
        for (@Nullable Lines line = this; line != null; line = line.before) {
            if (line.word.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word was said that begins like this, for words that are followed by a name. */
    public boolean hasLike(String prefix) {
        for (@Nullable Lines line = this; line != null; line = line.before) {
            if (line.word.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Where a word that begins like this was said last; where the value began, if none was. */
    public CallSite atLike(String prefix) {
        var line = this;
        while (!line.word.startsWith(prefix) && line.before != null) {
            line = line.before;
        }
        return line.site;
    }

    /** Where the value began. */
    public CallSite birth() {
        return first().site;
    }

    /** The word that began the value: its factory. */
    public String firstWord() {
        return first().word;
    }

    private Lines first() {
        var line = this;
        while (line.before != null) {
            line = line.before;
        }
        return line;
    }

    /** The call that said the last word. */
    public CallSite last() {
        return site;
    }

    /** The last word. */
    public String lastWord() {
        return word;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lines;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return word + (site.frames().isEmpty() ? "" : " at " + site.frames().get(0));
    }
}
