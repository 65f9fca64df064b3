package dev.stowage.schema.expression;

import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Node;

/**
 * A piece of a template as it is, for {@code raw}: for what no other expression can say.
 *
 * @param node the piece, functions included
 */
public record Json(Node node) implements Expression {

    /** This piece of a template. */
    public static Json json(Node node) {
        return new Json(node);
    }

    /** A yes or no. */
    public static Json flag(boolean value) {
        return new Json(FlagNode.of(value));
    }

    @Override
    public Node in(Context context) {
        return node;
    }
}
