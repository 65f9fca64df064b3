package dev.stowage.schema.diagnostic.format;

/** Text that comes from a file or a program and goes to a terminal or a log: one line, and nothing that steers either. */
final class Printable {

    private Printable() {}

    /** The same text with a space for every control character. */
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.length(); i++) {
            if (isControl(clean.charAt(i))) {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }

    /** Also the marks that turn the direction of writing, which can make a line read as another one. */
    private static boolean isControl(char letter) {
        return Character.isISOControl(letter)
                || letter == '\u2028'
                || letter == '\u2029'
                || (letter >= '\u202A' && letter <= '\u202E')
                || (letter >= '\u2066' && letter <= '\u2069');
    }
}
