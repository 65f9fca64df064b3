package dev.stowage.local.stack;

import java.util.List;

/**
 * A Cloud Map namespace.
 *
 * @param key its resource
 * @param id its id
 * @param name its name, such as {@code shop.local}
 * @param kind how its services are found
 * @param services its services
 */
public record Namespace(ResourceKey key, String id, String name, Kind kind, List<DiscoveryService> services) {

    /** How services are found. */
    public enum Kind {
        /** By DNS within the VPC. */
        PRIVATE_DNS,
        /** By DNS anywhere. */
        PUBLIC_DNS,
        /** Only by asking Cloud Map. */
        HTTP
    }

    /** A namespace that cannot be changed from outside. */
    public Namespace {
        services = List.copyOf(services);
    }
}
