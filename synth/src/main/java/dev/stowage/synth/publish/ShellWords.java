package dev.stowage.synth.publish;

/** Words of a POSIX shell, quoted where the shell would read them otherwise. */
final class ShellWords {

    private static final String PLAIN = "_./:=@%+,-";

    private ShellWords() {}

    /** A text as one word that means itself. */
    static String literal(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isPlain = c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
            if (!isPlain) {
                return "'" + text.replace("'", "'\\''") + "'";
            }
        }
        return text.isEmpty() ? "''" : text;
    }

    /** A text as part of a word in double quotes, in which nothing but variables means something else. */
    static String inQuotes(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`");
    }
}
