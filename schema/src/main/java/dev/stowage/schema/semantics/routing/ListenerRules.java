package dev.stowage.schema.semantics.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of a listener: of those whose conditions all hold, the one of the lowest number takes a request; where none
 * does, the default.
 *
 * @param <A> what is done with a request
 */
public final class ListenerRules<A> {

    private final List<Rule<A>> rules;
    private final A standard;

    private ListenerRules(List<Rule<A>> rules, A standard) {
        this.rules = rules;
        this.standard = standard;
    }

    /** These rules, in any order, and what is done with a request that none of them takes. */
    public static <A> ListenerRules<A> of(List<Rule<A>> rules, A standard) {
        var sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingInt(Rule::priority));
        return new ListenerRules<>(List.copyOf(sorted), standard);
    }

    /** What is done with that request. */
    public A choose(RoutedRequest request) {
        for (var rule : rules) {
            if (rule.takes(request)) {
                return rule.action();
            }
        }
        return standard;
    }

    /** The rules, the lowest number first. */
    public List<Rule<A>> rules() {
        return rules;
    }

    /** What is done with a request that no rule takes. */
    public A standard() {
        return standard;
    }

    /**
     * A rule of a listener.
     *
     * @param priority its number, 1 to 50000
     * @param conditions what must hold, all of it
     * @param action what is done with a request that it takes
     */
    public record Rule<A>(int priority, List<RequestCondition> conditions, A action) {

        /** Whether all conditions hold. */
        boolean takes(RoutedRequest request) {
            for (var condition : conditions) {
                if (!condition.holds(request)) {
                    return false;
                }
            }
            return true;
        }
    }
}
