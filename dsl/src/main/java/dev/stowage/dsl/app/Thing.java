package dev.stowage.dsl.app;

import dev.stowage.schema.expression.Referable;

/** Anything that the language describes and that has a name: a cluster, a service, a container. */
public interface Thing extends Referable {

    /** Its kind, name, tags and lines. */
    Particulars particulars();

    @Override
    default String name() {
        return particulars().name();
    }

    /**
     * Its name among all things of an app, made of its kind and of the names that lead to it. Two values with one key are
     * copies of one thing.
     */
    default String key() {
        return particulars().kind() + " " + name();
    }
}
