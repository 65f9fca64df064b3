package dev.stowage.local.stack;

import java.util.Map;

/**
 * The environment of a container, without what every task is told by its host.
 *
 * @param variables environment files, the definition and overrides put together, a later one over an earlier one
 * @param secrets secrets by the variable that holds them; they count over everything else
 */
public record Environment(Map<String, String> variables, Map<String, Hidden> secrets) {

    /** Nothing. */
    public static final Environment EMPTY = new Environment(Map.of(), Map.of());

    /** An environment that cannot be changed from outside. */
    public Environment {
        variables = Ordered.copy(variables);
        secrets = Ordered.copy(secrets);
    }

    /** These variables and no secrets. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables, Map.of());
    }

    /** The same with these variables over its own. */
    public Environment with(Map<String, String> others) {
        return new Environment(Ordered.both(variables, others), secrets);
    }
}
