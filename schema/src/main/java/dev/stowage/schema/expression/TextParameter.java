package dev.stowage.schema.expression;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** A string that is asked for at each deployment. */
public final class TextParameter implements Text {

    private final Parameter parameter;

    TextParameter(Parameter parameter) {
        this.parameter = parameter;
    }

    /** What it is when nobody says. */
    public TextParameter orElse(String standard) {
        return new TextParameter(parameter.orElse(standard));
    }

    /** The only values it may have. */
    public TextParameter oneOf(String first, String... others) {
        var allowed = new ArrayList<Node>(others.length + 1);
        allowed.add(TextNode.of(first));
        for (var other : others) {
            allowed.add(TextNode.of(other));
        }
        return new TextParameter(parameter.with("AllowedValues", ListNode.of(allowed)));
    }

    /** Keeps the value out of consoles and logs. */
    public TextParameter hidden() {
        return new TextParameter(parameter.hidden());
    }

    /** The only values it may have, in the order in which they were named; none where it may have any. */
    public List<String> values() {
        var values = new ArrayList<String>();
        if (parameter.declaration().peek("AllowedValues") instanceof ListNode allowed) {
            for (var value : allowed.items()) {
                values.add(((TextNode) value).value());
            }
        }
        return values;
    }

    /** How the template declares it. */
    public Parameter parameter() {
        return parameter;
    }

    @Override
    public Node in(Context context) {
        return context.parameter(parameter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextParameter that && that.parameter.equals(parameter);
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
