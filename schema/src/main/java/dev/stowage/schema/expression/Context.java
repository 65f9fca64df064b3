package dev.stowage.schema.expression;

import dev.stowage.schema.tree.Node;

/** The template in which an expression is to stand. */
public interface Context {

    /** Declares a parameter, once for all who name it, and answers a reference to it. */
    Node parameter(Parameter parameter);

    /** Declares a condition, once for all who use it, and answers its name. */
    String condition(String wantedName, Node formula);

    /** An attribute of a resource of a thing; a reference, or an import where the thing lives in another stack. */
    Node attribute(Referable thing, String attribute);
}
