package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Answer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.Match;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.expression.Expression;
import dev.stowage.schema.expression.TextLiteral;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A route that wants a number, or what a listener answers by itself. */
final class Candidate implements Comparable<Candidate> {

    final Thing owner;
    final AnyListener listener;
    final Object rule;
    final List<Match> matches;
    final OptionalInt priority;
    private final Lines lines;
    final String text;

    Candidate(Service service, AnyListener listener, Routing routing) {
        this.owner = service;
        this.listener = listener;
        this.rule = routing;
        this.matches = routing.matches();
        this.priority = routing.priority();
        this.lines = routing.lines();
        this.text = textOf(matches);
    }

    Candidate(AnyListener listener, Answer answer) {
        this.owner = listener;
        this.listener = listener;
        this.rule = answer;
        this.matches = answer.matches();
        this.priority = OptionalInt.empty();
        this.lines = answer.lines();
        this.text = textOf(matches);
    }

    String whose() {
        return (owner == listener ? "the listener itself" : "service `" + owner.name() + "`");
    }

    Said at() {
        var word = owner == listener ? "answer" : "behind";
        return Said.of(owner.particulars().kind(), owner.name(), word, lines.birth());
    }

    Said at(String word) {
        return Said.of(owner.particulars().kind(), owner.name(), word, lines.at(word));
    }

    Band band() {
        return Band.of(matches.size(), literals());
    }

    /** Whether only one of both may exist at a time: their services stand under conditions that differ. */
    boolean isPerhapsInsteadOf(Candidate other) {
        var condition = owner.particulars().onlyIf();
        var others = other.owner.particulars().onlyIf();
        return condition.isPresent() && others.isPresent() && !condition.equals(others);
    }

    /** The literal characters that a request must match at least: the fewest of any value of each condition, added up. */
    private int literals() {
        var sum = 0;
        for (var match : matches) {
            var fewest = Integer.MAX_VALUE;
            for (var value : match.values()) {
                fewest = Math.min(fewest, match.isRegex() ? 1 : literals(value));
            }
            sum += fewest;
        }
        return sum;
    }

    private static int literals(Expression value) {
        if (!(value instanceof TextLiteral literal)) {
            return 1;
        }
        var count = 0;
        var isExact = true;
        for (var i = 0; i < literal.value().length(); i++) {
            var letter = literal.value().charAt(i);
            if (letter == '*' || letter == '?') {
                isExact = false;
            } else {
                count++;
            }
        }
        return isExact ? count + 1 : count;
    }

    @Override
    public int compareTo(Candidate other) {
        var byText = text.compareTo(other.text);
        return byText != 0 ? byText : owner.key().compareTo(other.owner.key());
    }

    /** Conditions as a text, the same whatever their order. */
    static String textOf(List<Match> matches) {
        var conditions = new ArrayList<String>(matches.size());
        for (var match : matches) {
            conditions.add(text(match));
        }
        conditions.sort(null);
        return String.join(" ", conditions);
    }

    private static String text(Match match) {
        var values = new ArrayList<String>(match.values().size());
        for (var value : match.values()) {
            values.add(value instanceof TextLiteral literal ? literal.value() : value.toString());
        }
        values.sort(null);
        var name = match.name().isEmpty() ? "" : "(" + match.name().get() + ")";
        return match.field() + name + (match.isRegex() ? "~" : "=") + String.join("|", values);
    }
}
