package dev.stowage.dsl.fargate;

import dev.stowage.schema.expression.TextParameter;
import java.util.List;

/**
 * A size that is chosen at each deployment. A template says it as a mapping from the values of the parameter to CPU and
 * memory.
 */
public final class ChosenSize implements FargateSize {

    private final TextParameter parameter;
    private final List<FargatePair> pairs;

    ChosenSize(TextParameter parameter, List<FargatePair> pairs) {
        this.parameter = parameter;
        this.pairs = pairs;
    }

    /** Which parameter chooses. */
    public TextParameter parameter() {
        return parameter;
    }

    /** What it chooses from: the pair for the first value that the parameter allows, for the second, and so on. */
    public List<FargatePair> pairs() {
        return pairs;
    }

    /** Whether each value that the parameter allows has its pair. */
    public boolean isComplete() {
        return parameter.values().size() == pairs.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChosenSize that && that.parameter.equals(parameter) && that.pairs.equals(pairs);
    }

    @Override
    public int hashCode() {
        return parameter.hashCode() * 31 + pairs.hashCode();
    }

    @Override
    public String toString() {
        return "one of " + pairs + " by " + parameter;
    }
}
