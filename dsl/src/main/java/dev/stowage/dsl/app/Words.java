package dev.stowage.dsl.app;

import dev.stowage.schema.expression.Expression;
import java.util.function.Function;

/**
 * The words of all things.
 *
 * @param <S> the thing itself
 */
public interface Words<S extends Words<S>> extends Thing {

    /** The same thing with other particulars: what every word of this interface is made of. */
    S particulars(Particulars particulars);

    /** What a habit makes of it: {@code service.with(Habits::careful)}. */
    @SuppressWarnings("unchecked")
    default <T> T with(Function<? super S, ? extends T> habit) {
        return habit.apply((S) this);
    }

    /**
     * Accepts a finding about it, for a reason that stays in the report.
     *
     * @param rule the rule, such as {@code service.grace-period.too-short}, or a family, such as {@code service}
     * @param reason why it may be
     */
    default S allow(String rule, String reason) {
        return particulars(particulars().allow(rule, reason));
    }

    /**
     * Writes a property that has no word. It goes over whatever the words say, and the report shows it.
     *
     * @param kind which of the thing's resources
     * @param path the property, as a path with slashes such as {@code DeploymentConfiguration/MaximumPercent}
     * @param value what is written there
     */
    default S raw(Kind kind, String path, Expression value) {
        return particulars(particulars().raw(kind, path, value));
    }
}
