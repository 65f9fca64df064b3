package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Node;

/** A number that is asked for at each deployment. */
public final class WholeParameter implements Whole {

    private final Parameter parameter;

    WholeParameter(Parameter parameter) {
        this.parameter = parameter;
    }

    /** What it is when nobody says. */
    public WholeParameter orElse(int standard) {
        return new WholeParameter(parameter.orElse(standard));
    }

    /** The least and the most it may be. */
    public WholeParameter between(int least, int most) {
        return new WholeParameter(parameter.between(least, most));
    }

    @Override
    public Node in(Context context) {
        return context.parameter(parameter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WholeParameter that && that.parameter.equals(parameter);
    }

    @Override
    public int hashCode() {
        return parameter.hashCode();
    }

    @Override
    public String toString() {
        return parameter.toString();
    }
}
