package dev.stowage.schema.expression;

import dev.stowage.schema.origin.CallSite;

/** A string, or an expression that becomes one when the stack is deployed. */
public sealed interface Text extends Expression permits TextLiteral, TextParameter, TextOf {

    /** This very string. */
    static Text text(String literal) {
        return new TextLiteral(literal);
    }

    /** A string that is asked for at each deployment. */
    static TextParameter parameter(String name) {
        return new TextParameter(Parameter.of(name, "String", CallSite.here()));
    }

    /** What another stack exports under this name. */
    static Text exported(String name) {
        return new TextOf.Imported(name);
    }

    /** An attribute of a resource of a thing, such as {@code DNSName} of a load balancer; {@code Ref} is what it answers to its name. */
    static Text attribute(Referable thing, String attribute) {
        return new TextOf.Attribute(thing, attribute);
    }

    /** This string, and then that one. */
    default Text plus(Text tail) {
        return new TextOf.Joined(this, tail);
    }

    /** This string, and then that one. */
    default Text plus(String tail) {
        return plus(text(tail));
    }

    /** Holds when the string is this one. */
    default Condition is(String literal) {
        return new ConditionOf.Equal(this, literal);
    }
}
