package dev.stowage.schema.diagnostic.format;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of source, and which parts of it are meant. Tabs and control characters are single spaces, so that carets stand
 * where they should and no file steers a terminal; a line that is too long is cut around its first mark.
 */
final class Excerpt {

    private static final int LONGEST = 160;
    private static final int BEFORE = 60;
    private static final String CUT = "... ";

    private final String text;
    private final List<Mark> marks;

    private Excerpt(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /**
     * A line with every call of this word marked; where it is not called, every place where the word stands; and else the
     * name of the thing it was said about, as a string.
     */
    static Excerpt call(String line, String word, String thing) {
        var words = words(line, word);
        if (!words.isEmpty()) {
            return cut(line, words);
        }
        var at = thing.isEmpty() ? -1 : line.indexOf('"' + thing + '"');
        return cut(line, at < 0 ? List.of() : List.of(new Mark(at, at + thing.length() + 2)));
    }

    private static List<Mark> words(String line, String name) {
        var called = new ArrayList<Mark>();
        var named = new ArrayList<Mark>();
        for (var at = next(line, name, 0); at >= 0; at = next(line, name, at + name.length())) {
            var mark = new Mark(at, at + name.length());
            named.add(mark);
            if (isCall(line, mark)) {
                called.add(mark);
            }
        }
        return called.isEmpty() ? named : called;
    }

    /** A line with the token marked that begins in this column, counted from 1. */
    static Excerpt token(String line, int column) {
        var from = column - 1;
        return from < 0 || from >= line.length()
                ? cut(line, List.of())
                : cut(line, List.of(new Mark(from, tokenEnd(line, from))));
    }

    /** The line. */
    String text() {
        return text;
    }

    /** Carets under what is meant; empty where nothing of the line is. */
    String carets() {
        var carets = new StringBuilder();
        for (var mark : marks) {
            while (carets.length() < mark.from) {
                carets.append(' ');
            }
            while (carets.length() < Math.min(mark.to, text.length())) {
                carets.append('^');
            }
        }
        return carets.toString();
    }

    private static int next(String line, String name, int from) {
        if (name.isEmpty()) {
            return -1;
        }
        var at = line.indexOf(name, from);
        while (at >= 0 && !standsAlone(line, at, at + name.length())) {
            at = line.indexOf(name, at + 1);
        }
        return at;
    }

    private static boolean standsAlone(String line, int from, int to) {
        return (from == 0 || !Character.isJavaIdentifierPart(line.charAt(from - 1)))
                && (to == line.length() || !Character.isJavaIdentifierPart(line.charAt(to)));
    }

    private static boolean isCall(String line, Mark mark) {
        var after = mark.to;
        while (after < line.length() && line.charAt(after) == ' ') {
            after++;
        }
        return line.startsWith("(", after) || line.startsWith("::", mark.from - 2);
    }

    private static int tokenEnd(String line, int from) {
        if (line.charAt(from) == '"') {
            var end = from + 1;
            while (end < line.length() && line.charAt(end) != '"') {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, line.length());
        }
        var end = from;
        while (end < line.length() && isPartOfWord(line.charAt(end))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private static boolean isPartOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.' || letter == '-' || letter == '_';
    }

    private static Excerpt cut(String line, List<Mark> marks) {
        if (line.length() <= LONGEST) {
            return new Excerpt(Printable.of(line), marks);
        }
        var from = marks.isEmpty() ? 0 : Math.max(0, marks.get(0).from - BEFORE);
        var to = Math.min(line.length(), from + LONGEST);
        var head = from == 0 ? "" : CUT;
        var moved = new ArrayList<Mark>();
        for (var mark : marks) {
            if (mark.from < to) {
                moved.add(mark.by(head.length() - from, head.length() + to - from));
            }
        }
        return new Excerpt(head + Printable.of(line.substring(from, to)) + (to == line.length() ? "" : " ..."), moved);
    }

    /** Part of a line, from a position up to and without another. */
    private record Mark(int from, int to) {

        private Mark by(int distance, int end) {
            return new Mark(from + distance, Math.min(to + distance, end));
        }
    }
}
