package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.Node;

/**
 * One of two numbers.
 *
 * @param condition which one
 * @param yes where it holds
 * @param no where it does not
 */
record WholeOf(Condition condition, Whole yes, Whole no) implements Whole {

    @Override
    public Node in(Context context) {
        return Functions.choose(condition.name(context), yes.in(context), no.in(context));
    }
}
