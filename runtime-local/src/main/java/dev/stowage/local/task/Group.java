package dev.stowage.local.task;

import java.util.Optional;

/**
 * What tasks belong together by: the service that wants them, or the family of those that were run by themselves. A name
 * alone tells nothing: two clusters may each have a service of it.
 *
 * @param cluster the name of the cluster
 * @param name {@code service:NAME} or {@code family:FAMILY}
 */
public record Group(String cluster, String name) {

    private static final String SERVICE = "service:";
    private static final String FAMILY = "family:";

    /** The tasks of a service. */
    public static Group ofService(String cluster, String service) {
        return new Group(cluster, SERVICE + service);
    }

    /** The tasks of a family that were run by themselves. */
    public static Group ofFamily(String cluster, String family) {
        return new Group(cluster, FAMILY + family);
    }

    /** The name of the service that wants its tasks; empty where nobody does. */
    public Optional<String> service() {
        return name.startsWith(SERVICE) ? Optional.of(called()) : Optional.empty();
    }

    /** The name of the service or the family alone. */
    public String called() {
        return name.substring(name.indexOf(':') + 1);
    }
}
