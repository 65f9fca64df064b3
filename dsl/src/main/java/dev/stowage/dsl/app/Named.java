package dev.stowage.dsl.app;

import dev.stowage.schema.expression.Condition;

/**
 * The words of things that have resources of their own.
 *
 * @param <S> the thing itself
 */
public interface Named<S extends Named<S>> extends Words<S>, Root {

    /** Tags its resources. */
    default S tag(String key, String value) {
        return particulars(particulars().tag(key, value));
    }

    /** Keeps the identity that it had under its old name, so that nothing is replaced. */
    default S formerly(String name) {
        return particulars(particulars().formerly(name));
    }

    /** Makes it only where the condition holds. */
    default S onlyIf(Condition condition) {
        return particulars(particulars().onlyIf(condition));
    }
}
