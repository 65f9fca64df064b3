package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;

/**
 * A number that is known now.
 *
 * @param value the number
 */
public record WholeLiteral(int value) implements Whole {

    @Override
    public Node in(Context context) {
        return NumberNode.of(value);
    }
}
