package dev.stowage.dsl.fargate;

import dev.stowage.schema.expression.TextParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CPU and memory of a task on Fargate: one pair, or one of several that is chosen at each deployment. */
public sealed interface FargateSize permits FargatePair, ChosenSize {

    /**
     * The pair with so much of both, where Fargate has it: for sizes out of a configuration.
     *
     * @param cpu CPU units, 1024 to a vCPU
     * @param memory MiB
     */
    static Optional<FargatePair> of(int cpu, int memory) {
        for (var pair : FargatePairs.of(cpu)) {
            if (pair.memory() == memory) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }

    /**
     * One of these pairs, chosen at each deployment: the first for the first value that the parameter allows, and so
     * on.
     *
     * @param parameter a parameter that allows as many values as there are pairs, see {@link TextParameter#oneOf}
     */
    static FargateSize chosenBy(TextParameter parameter, FargatePair first, FargatePair... others) {
        var pairs = new ArrayList<FargatePair>(others.length + 1);
        pairs.add(first);
        pairs.addAll(List.of(others));
        return new ChosenSize(parameter, List.copyOf(pairs));
    }
}
