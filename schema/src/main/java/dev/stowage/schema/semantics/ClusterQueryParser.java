package dev.stowage.schema.semantics;

import dev.stowage.schema.semantics.ClusterQuery.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one expression of the cluster query language, by descent. The first fault stays. */
final class ClusterQueryParser {

    private final QueryText text;
    private final int length;
    private final List<Fault> faults = new ArrayList<>();

    ClusterQueryParser(String text) {
        this.text = new QueryText(text);
        this.length = text.length();
    }

    Optional<Fault> fault() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults.get(0));
    }

    Optional<ClusterQuery> parse() {
        if (length > ClusterQuery.MAXIMUM_LENGTH) {
            return wrong(ClusterQuery.MAXIMUM_LENGTH, "has " + length + " characters, at most 2,000 are wanted");
        }
        var query = alternatives();
        if (query.isPresent() && !text.isAtEnd()) {
            return wrong(text.at(), "found `" + text.peek() + "`, `and` or `or` is wanted");
        }
        return query;
    }

    private Optional<ClusterQuery> alternatives() {
        var query = conjunction();
        while (query.isPresent() && (text.passes("or") || text.passes("||"))) {
            var left = query.get();
            query = conjunction().map(right -> new ClusterQuery.Or(left, right));
        }
        return query;
    }

    private Optional<ClusterQuery> conjunction() {
        var query = term();
        while (query.isPresent() && (text.passes("and") || text.passes("&&"))) {
            var left = query.get();
            query = term().map(right -> new ClusterQuery.And(left, right));
        }
        return query;
    }

    private Optional<ClusterQuery> term() {
        if (text.passes("not") || text.passes("!")) {
            return term().map(ClusterQuery.Not::new);
        }
        if (!text.passes("(")) {
            return test();
        }
        var inner = alternatives();
        if (inner.isPresent() && !text.passes(")")) {
            return wrong(text.at(), "found " + found() + ", `)` is wanted");
        }
        return inner;
    }

    private Optional<ClusterQuery> test() {
        var at = text.at();
        if (!QuerySubject.isOne(text.peek())) {
            return wrong(at, "found " + found() + ", a subject such as `attribute:ecs.instance-type` is wanted");
        }
        var subject = text.next();
        var place = text.at();
        var operator = QueryOperator.of(text.next());
        if (operator.isEmpty()) {
            return wrong(place, "found no operator behind `" + subject + "`, one such as `==` or `in` is wanted");
        }
        if (!QuerySubject.takes(subject, operator.get())) {
            return wrong(
                    place,
                    "`" + subject + "` does not go with `" + operator.get().symbol() + "`");
        }
        return arguments(operator.get()).map(some -> new ClusterQuery.Test(subject, operator.get(), some));
    }

    private Optional<List<String>> arguments(QueryOperator operator) {
        if (operator.takesNothing()) {
            return Optional.of(List.of());
        }
        if (operator.takesList()) {
            return list();
        }
        var at = text.at();
        var value = operator.takesPattern() ? text.pattern() : text.value();
        if (value.isEmpty()) {
            return missing(at, "a value");
        }
        if (operator.takesPattern() && !QueryOperator.isPattern(value)) {
            return missing(at, "a regular expression of Java");
        }
        return Optional.of(List.of(value));
    }

    private Optional<List<String>> list() {
        var all = new ArrayList<String>();
        if (!text.passes("[")) {
            return missing(text.at(), "a list such as `[a, b]`");
        }
        do {
            var at = text.at();
            var value = text.value();
            if (value.isEmpty() || value.equals("]")) {
                return missing(at, "a value");
            }
            all.add(value);
        } while (text.passes(","));
        return text.passes("]") ? Optional.of(List.copyOf(all)) : missing(text.at(), "`]`");
    }

    private String found() {
        return text.isAtEnd() ? "the end" : "`" + text.peek() + "`";
    }

    private Optional<List<String>> missing(int at, String wanted) {
        faults.add(new Fault(at, "found something else, " + wanted + " is wanted"));
        return Optional.empty();
    }

    private Optional<ClusterQuery> wrong(int at, String message) {
        faults.add(new Fault(at, message));
        return Optional.empty();
    }
}
