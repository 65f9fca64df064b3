package dev.stowage.local.config;

import java.util.Map;

/**
 * Everything that a user says about one run beside the model.
 *
 * @param local what {@code local.yaml} says
 * @param secrets local values of secrets and SSM parameters
 * @param parameters values of template parameters by {@code Name} or {@code Stack/Name}: those of the command line over those of
 *     the environment over those of files
 */
public record Settings(LocalConfig local, Secrets secrets, Map<String, String> parameters) {

    /** Nothing said; paths start from this folder. */
    public static Settings none(String folder) {
        return new Settings(LocalConfig.none(folder), Secrets.NONE, Map.of());
    }

    /** The same with these values of parameters. */
    public Settings with(Map<String, String> others) {
        return new Settings(local, secrets, others);
    }

    /** The same with these secrets. */
    public Settings with(Secrets others) {
        return new Settings(local, others, parameters);
    }

    /** The same with what that {@code local.yaml} says. */
    public Settings with(LocalConfig other) {
        return new Settings(other, secrets, parameters);
    }
}
