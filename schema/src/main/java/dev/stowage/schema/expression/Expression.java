package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Node;

/** A value of a template: written down, or known only when the stack is deployed. */
public sealed interface Expression permits Text, Whole, Condition, Json {

    /** What stands in the template for it; parameters and conditions that it needs are declared with the context. */
    Node in(Context context);
}
