package dev.stowage.schema.semantics.routing;

/** Patterns in which {@code *} stands for any characters, none included, and {@code ?} for exactly one. */
public final class Wildcard {

    private Wildcard() {}

    /** Whether a text is like the pattern; takes time in proportion to the product of the two lengths at most. */
    public static boolean matches(String pattern, String text, boolean caseSensitive) {
        var p = 0;
        var t = 0;
        var star = -1;
        var resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && isAlike(pattern.charAt(p), text.charAt(t), caseSensitive)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean isAlike(char pattern, char character, boolean caseSensitive) {
        return pattern == '?'
                || pattern == character
                || !caseSensitive && Character.toLowerCase(pattern) == Character.toLowerCase(character);
    }
}
