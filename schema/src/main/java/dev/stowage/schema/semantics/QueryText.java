package dev.stowage.schema.semantics;

import java.util.concurrent.atomic.AtomicInteger;

/** The words of an expression of the cluster query language, read from left to right. */
final class QueryText {

    private static final String SINGLE = "()[],";
    private static final String OPERATOR = "=!<>~&|";

    private final String text;
    private final AtomicInteger place = new AtomicInteger();

    QueryText(String text) {
        this.text = text;
    }

    /** After how many characters the next word begins. */
    int at() {
        while (place.get() < text.length() && Character.isWhitespace(text.charAt(place.get()))) {
            place.incrementAndGet();
        }
        return place.get();
    }

    boolean isAtEnd() {
        return at() >= text.length();
    }

    /** The next word, without moving on; empty at the end. */
    String peek() {
        return text.substring(at(), end(at()));
    }

    /** The next word; empty at the end. */
    String next() {
        var word = peek();
        place.addAndGet(word.length());
        return word;
    }

    /** Whether the next word is this one; then it is passed. */
    boolean passes(String word) {
        return peek().equals(word) && !next().isEmpty();
    }

    /** The next value: what stands in quotes, or up to a blank or a sign of the language. */
    String value() {
        var begin = at();
        if (begin < text.length() && isQuote(text.charAt(begin))) {
            var close = text.indexOf(text.charAt(begin), begin + 1);
            place.set(close < 0 ? text.length() : close + 1);
            return close < 0 ? "" : text.substring(begin + 1, close);
        }
        return next();
    }

    /** The next value, where signs of the language are part of it as long as its parentheses are paired. */
    String pattern() {
        var begin = at();
        if (begin < text.length() && isQuote(text.charAt(begin))) {
            return value();
        }
        var depth = 0;
        var end = begin;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
            if (depth < 0) {
                break;
            }
            end++;
        }
        place.set(end);
        return text.substring(begin, end);
    }

    /** A value as it is written: in quotes where it would not be read as one word. */
    static String quotedIfNeeded(String value) {
        var reader = new QueryText(value);
        var isWord =
                !value.isEmpty() && !isQuote(value.charAt(0)) && reader.next().equals(value);
        return isWord && !isSign(value.charAt(0))
                ? value
                : value.indexOf('"') < 0 ? '"' + value + '"' : "'" + value + "'";
    }

    private int end(int begin) {
        if (begin >= text.length()) {
            return begin;
        }
        var first = text.charAt(begin);
        if (SINGLE.indexOf(first) >= 0) {
            return begin + 1;
        }
        return OPERATOR.indexOf(first) >= 0 ? endOfOperator(begin) : endOfWord(begin);
    }

    /** Signs that belong together, as in {@code !=}; and {@code !in} and {@code !exists}, which are one word. */
    private int endOfOperator(int begin) {
        for (var whole : new String[] {"!exists", "!in"}) {
            if (text.startsWith(whole, begin) && endOfWord(begin + 1) == begin + whole.length()) {
                return begin + whole.length();
            }
        }
        var end = begin + 1;
        var second = end < text.length() ? text.charAt(end) : ' ';
        return second == '=' || second == '~' || second == text.charAt(begin) && "&|".indexOf(second) >= 0
                ? end + 1
                : end;
    }

    private int endOfWord(int begin) {
        var end = begin;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && !isSign(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSign(char sign) {
        return SINGLE.indexOf(sign) >= 0 || OPERATOR.indexOf(sign) >= 0;
    }

    private static boolean isQuote(char sign) {
        return sign == '"' || sign == '\'';
    }
}
