package dev.stowage.local.config;

import dev.stowage.local.stack.Hidden;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Local values of secrets and SSM parameters. A secret goes by its name, its ARN or the name of its resource; it has one value,
 * or several by key. Nothing of it is ever printed.
 */
public final class Secrets {

    /** None. */
    public static final Secrets NONE = new Secrets(Map.of(), Map.of());

    private final Map<String, Hidden> secrets;
    private final Map<String, Hidden> parameters;

    private Secrets(Map<String, Hidden> secrets, Map<String, Hidden> parameters) {
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * These values.
     *
     * @param secrets secrets of Secrets Manager; several values by key are one JSON object
     * @param parameters SSM parameters
     */
    public static Secrets of(Map<String, Hidden> secrets, Map<String, Hidden> parameters) {
        return new Secrets(secrets, parameters);
    }

    /** The secret of that name. */
    public Optional<Hidden> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** The SSM parameter of that name, with or without the slash that it begins with. */
    public Optional<Hidden> parameter(String name) {
        var other = name.startsWith("/") ? name.substring(1) : "/" + name;
        return Optional.ofNullable(parameters.getOrDefault(name, parameters.get(other)));
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets and " + parameters.size() + " parameters";
    }
}
