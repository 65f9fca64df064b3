package dev.stowage.schema.semantics.routing;

import java.util.regex.Pattern;

/** What a text of a request must be like. */
public sealed interface TextPattern {

    /**
     * Whether the text is like this.
     *
     * @param caseSensitive whether capitals count
     */
    boolean matches(String text, boolean caseSensitive);

    /** A text with wildcards. */
    static TextPattern wildcard(String pattern) {
        return new Wild(pattern);
    }

    /**
     * A regular expression, found anywhere in the text.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    static TextPattern regex(String expression) {
        return new Regex(Pattern.compile(expression), Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    /**
     * A text with wildcards.
     *
     * @param pattern {@code *} stands for any characters, {@code ?} for one
     */
    record Wild(String pattern) implements TextPattern {
        @Override
        public boolean matches(String text, boolean caseSensitive) {
            return Wildcard.matches(pattern, text, caseSensitive);
        }
    }

    /**
     * A regular expression.
     *
     * @param exact the expression
     * @param relaxed the same without regard to case
     */
    record Regex(Pattern exact, Pattern relaxed) implements TextPattern {
        @Override
        public boolean matches(String text, boolean caseSensitive) {
            return (caseSensitive ? exact : relaxed).matcher(text).find();
        }
    }
}
