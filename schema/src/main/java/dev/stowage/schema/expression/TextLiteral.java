package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.Objects;

/**
 * A string that is known now.
 *
 * @param value the string
 */
public record TextLiteral(String value) implements Text {

    public TextLiteral {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public Node in(Context context) {
        return TextNode.of(value);
    }
}
