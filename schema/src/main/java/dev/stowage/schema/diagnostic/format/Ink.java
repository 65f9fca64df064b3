package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Severity;

/** What the reader's screen can show: colours, and lines drawn with box characters. */
public final class Ink {

    private static final String RESET = "\u001B[0m";

    private final boolean coloured;
    private final boolean drawn;

    private Ink(boolean coloured, boolean drawn) {
        this.coloured = coloured;
        this.drawn = drawn;
    }

    /** No colours, lines of box characters. */
    public static Ink plain() {
        return new Ink(false, true);
    }

    /** The same with the colours of an ANSI terminal. */
    public Ink coloured() {
        return new Ink(true, drawn);
    }

    /** The same with lines of hyphens, for a screen that knows ASCII alone. */
    public Ink ascii() {
        return new Ink(coloured, false);
    }

    /** A line this long. */
    String line(int length) {
        return (drawn ? "\u2500" : "-").repeat(length);
    }

    /** Text in the colour of a severity. */
    String in(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR, DANGER -> "\u001B[1;31m";
                    case WARNING -> "\u001B[1;33m";
                    case NOTE -> "\u001B[1;36m";
                },
                text);
    }

    /** Text that stands back. */
    String dim(String text) {
        return paint("\u001B[2m", text);
    }

    /** Text that stands out. */
    String bold(String text) {
        return paint("\u001B[1m", text);
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }
}
