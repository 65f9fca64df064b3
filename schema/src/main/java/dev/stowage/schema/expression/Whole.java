package dev.stowage.schema.expression;

import dev.stowage.schema.origin.CallSite;

/** A whole number, or an expression that becomes one when the stack is deployed. */
public sealed interface Whole extends Expression permits WholeLiteral, WholeParameter, WholeOf {

    /** This very number. */
    static Whole whole(int literal) {
        return new WholeLiteral(literal);
    }

    /** A number that is asked for at each deployment. */
    static WholeParameter parameter(String name) {
        return new WholeParameter(Parameter.of(name, "Number", CallSite.here()));
    }
}
