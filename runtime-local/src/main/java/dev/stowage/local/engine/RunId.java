package dev.stowage.local.engine;

import java.util.Locale;

/**
 * What a run is known by: in its folder's name, and in the label {@code dev.stowage.run} of all that it made.
 *
 * @param value lower-case letters, digits and hyphens, at most 40
 */
public record RunId(String value) {

    private static final int LONGEST = 40;

    /** A run of at most 40 lower-case letters, digits and hyphens, which begins with no hyphen. */
    public RunId {
        if (value.isEmpty() || value.length() > LONGEST || !value.equals(cleaned(value))) {
            throw new IllegalArgumentException("`" + value + "` names no run; up to " + LONGEST
                    + " lower-case letters, digits and hyphens are wanted");
        }
    }

    /** The run that is called after this, such as a stack: what a run may not be called is left out. */
    public static RunId after(String name) {
        var cleaned = cleaned(name.toLowerCase(Locale.ROOT));
        var cut = cleaned.length() > LONGEST ? cleaned.substring(0, LONGEST) : cleaned;
        return new RunId(cut.isEmpty() ? "run" : cut);
    }

    private static String cleaned(String name) {
        var text = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var each = name.charAt(i);
            var isPlain = each >= 'a' && each <= 'z' || each >= '0' && each <= '9';
            if (isPlain) {
                text.append(each);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '-') {
                text.append('-');
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
