package dev.stowage.dsl.app;

import dev.stowage.schema.diagnostic.Severity;
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

    /**
     * Finds by a rule of a house that it cannot be so: an error, and nothing is written. Said in a package that is marked as a
     * library, it points at the line that called the library.
     *
     * @param rule the name of the rule, such as {@code house.web.size}
     * @param message what is wrong
     * @param fix what to write instead
     */
    default S refuse(String rule, String message, String fix) {
        return particulars(particulars().complain(rule, Severity.ERROR, message, fix));
    }

    /** Finds by a rule of a house that it should not be so: a warning, which {@code allow} accepts. */
    default S warn(String rule, String message, String fix) {
        return particulars(particulars().complain(rule, Severity.WARNING, message, fix));
    }
}
