package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/**
 * A call of a CloudFormation function: {@code Ref}, {@code Condition}, or any {@code Fn::} function, known or not. JSON
 * writes it as an object with one key, the function.
 */
public final class CallNode implements Node {

    private final String function;
    private final Node argument;
    private final Origin at;

    private CallNode(String function, Node argument, Origin at) {
        this.function = function;
        this.argument = argument;
        this.at = at;
    }

    /** A call of this function, such as {@code Fn::GetAtt}, with this argument. */
    public static CallNode of(String function, Node argument) {
        return new CallNode(function, argument, Origin.NOWHERE);
    }

    /** The function, as JSON writes it: {@code Ref}, {@code Fn::Join}. */
    public String function() {
        return function;
    }

    /** What it is given. */
    public Node argument() {
        return argument;
    }

    /** Whether it calls this function. */
    public boolean calls(String name) {
        return function.equals(name);
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public CallNode at(Origin origin) {
        return new CallNode(function, argument, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallNode that && that.function.equals(function) && that.argument.equals(argument);
    }

    @Override
    public int hashCode() {
        return function.hashCode() * 31 + argument.hashCode();
    }

    @Override
    public String toString() {
        return "!" + function + " " + argument;
    }
}
