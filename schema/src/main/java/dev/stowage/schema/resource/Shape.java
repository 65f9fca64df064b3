package dev.stowage.schema.resource;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.tree.ObjectNode;

/**
 * A typed view over an object. Shared code takes this interface and not {@link View}: the verifier loads a class to
 * prove that it extends a class, but never to prove that it implements an interface.
 *
 * @param <V> the view itself
 */
public interface Shape<V> {

    /** The object under the view. */
    ObjectNode tree();

    /** A view of the same kind over another object. */
    V over(ObjectNode tree, Scope scope, Origin said);
}
