package dev.stowage.dsl.app;

import dev.stowage.schema.expression.Referable;
import java.util.function.UnaryOperator;

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

    /**
     * The same thing, after a habit for all things of a type: for the things that it is made of, and then for itself. {@link
     * Stack#each} asks it; words about one thing are {@code with}.
     */
    default <T extends Thing> Thing refined(Class<T> type, UnaryOperator<T> habit) {
        return type.isInstance(this) ? habit.apply(type.cast(this)) : this;
    }
}
