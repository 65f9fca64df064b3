package dev.stowage.schema.expression;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;

/** Something that is true or false of a deployment. */
public sealed interface Condition extends Expression permits ConditionOf {

    /** Holds when both do. */
    default Condition and(Condition other) {
        return new ConditionOf.Both(this, other);
    }

    /** Holds when either does. */
    default Condition or(Condition other) {
        return new ConditionOf.Either(this, other);
    }

    /** Holds when this does not. */
    default Condition not() {
        return new ConditionOf.Not(this);
    }

    /** The first number where the condition holds, else the second. */
    static Whole choose(Condition condition, int yes, int no) {
        return new WholeOf(condition, Whole.whole(yes), Whole.whole(no));
    }

    /** The first string where the condition holds, else the second. */
    static Text choose(Condition condition, String yes, String no) {
        return new TextOf.Chosen(condition, Text.text(yes), Text.text(no));
    }

    /** The name under which the template declares it. */
    String name(Context context);

    @Override
    default Node in(Context context) {
        return CallNode.of("Condition", TextNode.of(name(context)));
    }
}
