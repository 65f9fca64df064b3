package dev.stowage.schema.semantics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How the {@linkplain ClusterQuery cluster query language} compares. Those that deny hold where the other one does not. */
public enum QueryOperator {
    /** One of the values is the argument. */
    EQUALS("==", "equals"),
    /** None is. */
    NOT_EQUALS("!=", "not_equals"),
    /** One is greater. */
    GREATER(">", "greater_than"),
    /** One is not less. */
    GREATER_OR_EQUAL(">=", "greater_than_equal"),
    /** One is less. */
    LESS("<", "less_than"),
    /** One is not greater. */
    LESS_OR_EQUAL("<=", "less_than_equal"),
    /** There is a value. */
    EXISTS("exists", "exists"),
    /** There is none. */
    NOT_EXISTS("!exists", "not_exists"),
    /** One is among the arguments. */
    IN("in", "in"),
    /** None is. */
    NOT_IN("!in", "not_in"),
    /** One matches the regular expression as a whole. */
    MATCHES("=~", "matches"),
    /** None does. */
    NOT_MATCHES("!~", "not_matches");

    private final String symbol;
    private final String word;

    QueryOperator(String symbol, String word) {
        this.symbol = symbol;
        this.word = word;
    }

    /** Its short form. */
    public String symbol() {
        return symbol;
    }

    static Optional<QueryOperator> of(String text) {
        for (var operator : values()) {
            if (operator.symbol.equals(text) || operator.word.equals(text)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    boolean takesNothing() {
        return this == EXISTS || this == NOT_EXISTS;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    boolean takesPattern() {
        return this == MATCHES || this == NOT_MATCHES;
    }

    boolean orders() {
        return compareTo(GREATER) >= 0 && compareTo(LESS_OR_EQUAL) <= 0;
    }

    boolean holds(String subject, List<String> values, List<String> arguments) {
        return switch (this) {
            case NOT_EQUALS, NOT_IN -> !isAnyIn(values, arguments);
            case EQUALS, IN -> isAnyIn(values, arguments);
            case EXISTS -> !values.isEmpty();
            case NOT_EXISTS -> values.isEmpty();
            case MATCHES -> anyMatches(values, arguments.get(0));
            case NOT_MATCHES -> !anyMatches(values, arguments.get(0));
            default -> isAnyOrdered(subject, values, arguments.get(0));
        };
    }

    private static boolean isAnyIn(List<String> values, List<String> arguments) {
        for (var value : values) {
            if (arguments.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyOrdered(String subject, List<String> values, String bound) {
        for (var value : values) {
            if (isOrdered(QueryOrder.compare(subject, value, bound))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOrdered(int sign) {
        return switch (this) {
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            case LESS -> sign < 0;
            default -> sign <= 0;
        };
    }

    private static boolean anyMatches(List<String> values, String expression) {
        var pattern = Pattern.compile(expression);
        for (var value : values) {
            if (pattern.matcher(value).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is a regular expression of Java. */
    static boolean isPattern(String expression) {
        try {
            return Pattern.compile(expression).flags() == 0;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** The arguments as they are written behind it. */
    static String printed(QueryOperator operator, List<String> arguments) {
        if (operator.takesNothing()) {
            return "";
        }
        var all = new StringBuilder(operator.takesList() ? " [" : " ");
        for (var place = 0; place < arguments.size(); place++) {
            all.append(place == 0 ? "" : ", ").append(QueryText.quotedIfNeeded(arguments.get(place)));
        }
        return all.append(operator.takesList() ? "]" : "").toString();
    }
}
