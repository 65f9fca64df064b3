package dev.stowage.schema.semantics;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a capacity provider in a strategy.
 *
 * @param provider its name
 * @param base how many tasks it gets before any weight counts
 * @param weight its part of all further tasks, against the sum of all weights
 */
public record CapacityShare(String provider, int base, int weight) {

    /**
     * Which provider of a strategy gets the next task: first the bases are filled in the order of the list; then comes the
     * one with the fewest tasks beyond its base for its weight, of several the first in the list.
     *
     * @param strategy the parts, with at least one weight or an open base
     * @param assigned how many tasks each provider has, in the same order
     */
    public static int next(List<CapacityShare> strategy, List<Integer> assigned) {
        for (var place = 0; place < strategy.size(); place++) {
            if (assigned.get(place) < strategy.get(place).base) {
                return place;
            }
        }
        var best = -1;
        for (var place = 0; place < strategy.size(); place++) {
            if (strategy.get(place).weight > 0 && (best < 0 || isPoorer(strategy, assigned, place, best))) {
                best = place;
            }
        }
        return Math.max(best, 0);
    }

    /** How many of so many tasks each provider of a strategy gets, in its order. */
    public static List<Integer> distribute(List<CapacityShare> strategy, int tasks) {
        var assigned = new ArrayList<Integer>();
        for (var place = 0; place < strategy.size(); place++) {
            assigned.add(0);
        }
        for (var task = 0; task < tasks; task++) {
            var place = next(strategy, assigned);
            assigned.set(place, assigned.get(place) + 1);
        }
        return List.copyOf(assigned);
    }

    /** Whether one has fewer tasks for its weight than the other; fractions are compared by their cross products. */
    private static boolean isPoorer(List<CapacityShare> strategy, List<Integer> assigned, int one, int other) {
        var tasks = assigned.get(one) - strategy.get(one).base;
        var others = assigned.get(other) - strategy.get(other).base;
        return (long) tasks * strategy.get(other).weight < (long) others * strategy.get(one).weight;
    }
}
