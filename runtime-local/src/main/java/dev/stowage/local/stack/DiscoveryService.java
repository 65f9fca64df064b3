package dev.stowage.local.stack;

import java.util.List;

/**
 * A Cloud Map service: a name with the tasks that answer to it.
 *
 * @param key its resource
 * @param name its name in its namespace
 * @param records what DNS answers; empty where it is found only by asking Cloud Map
 * @param weighted whether one instance is answered by chance, and not up to 8 of those that are healthy
 */
public record DiscoveryService(ResourceKey key, String name, List<DnsRecord> records, boolean weighted) {

    /**
     * A record of a service.
     *
     * @param type {@code A}, {@code AAAA} or {@code SRV}
     * @param ttl seconds
     */
    public record DnsRecord(String type, int ttl) {}

    /** A service that cannot be changed from outside. */
    public DiscoveryService {
        records = List.copyOf(records);
    }
}
