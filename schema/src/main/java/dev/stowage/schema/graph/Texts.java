package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Strings that were worked out one after another, and the parameters whose defaults they rest on. */
final class Texts {

    private final List<String> values = new ArrayList<>();
    private List<String> assumed = List.of();

    void add(String value, List<String> basis) {
        values.add(value);
        assumed = both(assumed, basis);
    }

    int size() {
        return values.size();
    }

    String get(int position) {
        return values.get(position);
    }

    List<String> assumed() {
        return assumed;
    }

    Outcome joined(String delimiter, List<String> basis) {
        return Outcome.assumed(TextNode.of(String.join(delimiter, values)), both(assumed, basis));
    }

    /** All names of both lists, each once. */
    static List<String> both(List<String> some, List<String> others) {
        if (others.isEmpty() || some.containsAll(others)) {
            return some;
        }
        var all = new ArrayList<>(some);
        for (var other : others) {
            if (!all.contains(other)) {
                all.add(other);
            }
        }
        return List.copyOf(all);
    }
}
