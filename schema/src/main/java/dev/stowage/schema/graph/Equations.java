package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether comparisons can turn out in a certain way all at once. Terms that are the same form a group; a group has at most
 * one value, which every member allows; groups that differ have different values. A group that allows anything always finds
 * a value of its own, so that only groups with few values need trying.
 */
final class Equations {

    private final List<Comparison> comparisons;
    private final List<Term> terms;
    private final int pinned;
    private final String pin;

    /** Over the terms of these conditions, one of them pinned to a value where its position is not negative. */
    Equations(Conditions conditions, int pinned, String pin) {
        this.comparisons = conditions.comparisons();
        this.terms = conditions.terms();
        this.pinned = pinned;
        this.pin = pin;
    }

    boolean areConsistent(Verdict[] outcomes) {
        var groups = groups(outcomes);
        var values = new String[terms.size()];
        var choices = new ArrayList<@Nullable List<String>>(terms.size());
        return fix(outcomes, groups, values)
                && allow(outcomes, groups, values, choices)
                && choose(0, outcomes, groups, values, choices);
    }

    /** The first member of each term's group. */
    private int[] groups(Verdict[] outcomes) {
        var groups = new int[terms.size()];
        for (var i = 0; i < groups.length; i++) {
            groups[i] = i;
        }
        for (var i = 0; i < outcomes.length; i++) {
            var comparison = comparisons.get(i);
            if (comparison.isOfTerms() && outcomes[i] == Verdict.HOLDS) {
                var from = groups[comparison.other()];
                var to = groups[comparison.term()];
                for (var each = 0; each < groups.length; each++) {
                    groups[each] = groups[each] == from ? to : groups[each];
                }
            }
        }
        return groups;
    }

    private boolean fix(Verdict[] outcomes, int[] groups, @Nullable String[] values) {
        if (pinned >= 0) {
            values[groups[pinned]] = pin;
        }
        for (var i = 0; i < outcomes.length; i++) {
            var comparison = comparisons.get(i);
            if (!comparison.isOfTerms() && outcomes[i] == Verdict.HOLDS) {
                var group = groups[comparison.term()];
                var value = values[group];
                if (value != null && !value.equals(comparison.literal())) {
                    return false;
                }
                values[group] = comparison.literal();
            }
        }
        return true;
    }

    /** The values that each group may still have, null for any; false where one has none left. */
    private boolean allow(
            Verdict[] outcomes, int[] groups, @Nullable String[] values, List<@Nullable List<String>> choices) {
        for (var group = 0; group < groups.length; group++) {
            choices.add(null);
            for (var member = 0; member < groups.length; member++) {
                var allowed = terms.get(member).allowed();
                if (groups[member] == group && !allowed.isEmpty()) {
                    choices.set(group, shared(choices.get(group), allowed));
                }
            }
        }
        for (var i = 0; i < outcomes.length; i++) {
            var comparison = comparisons.get(i);
            if (!comparison.isOfTerms() && outcomes[i] == Verdict.FAILS) {
                var group = groups[comparison.term()];
                if (comparison.literal().equals(values[group])) {
                    return false;
                }
                choices.set(group, without(choices.get(group), comparison.literal()));
            }
        }
        for (var group = 0; group < groups.length; group++) {
            var left = choices.get(group);
            var value = values[group];
            if (left != null && (value == null ? left.isEmpty() : !left.contains(value))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> shared(@Nullable List<String> some, List<String> others) {
        if (some == null) {
            return others;
        }
        var both = new ArrayList<>(some);
        both.retainAll(others);
        return both;
    }

    private static @Nullable List<String> without(@Nullable List<String> some, String value) {
        if (some == null || !some.contains(value)) {
            return some;
        }
        var fewer = new ArrayList<>(some);
        fewer.remove(value);
        return fewer;
    }

    /** Gives each group with few values one of them, from this group on; back where two that differ would be the same. */
    private boolean choose(
            int group,
            Verdict[] outcomes,
            int[] groups,
            @Nullable String[] values,
            List<@Nullable List<String>> choices) {
        if (group == groups.length) {
            return differ(outcomes, groups, values);
        }
        var left = choices.get(group);
        if (groups[group] != group || values[group] != null || left == null) {
            return choose(group + 1, outcomes, groups, values, choices);
        }
        for (var value : left) {
            values[group] = value;
            if (differ(outcomes, groups, values) && choose(group + 1, outcomes, groups, values, choices)) {
                return true;
            }
        }
        values[group] = null;
        return false;
    }

    private boolean differ(Verdict[] outcomes, int[] groups, @Nullable String[] values) {
        for (var i = 0; i < outcomes.length; i++) {
            var comparison = comparisons.get(i);
            if (comparison.isOfTerms() && outcomes[i] == Verdict.FAILS) {
                var one = groups[comparison.term()];
                var other = groups[comparison.other()];
                var value = values[one];
                if (one == other || (value != null && value.equals(values[other]))) {
                    return false;
                }
            }
        }
        return true;
    }
}
