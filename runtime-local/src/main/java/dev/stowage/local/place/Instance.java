package dev.stowage.local.place;

import dev.stowage.local.task.Demand;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A simulated container instance.
 *
 * @param id such as {@code i-0a1}
 * @param zone its availability zone
 * @param capacity what it has to give; its ports are those that are taken from the start
 * @param attributes what placement expressions can ask about, the built-in ones included
 * @param provider the capacity provider that it belongs to
 * @param draining whether it takes no new tasks: {@code DRAINING}, not {@code ACTIVE}
 */
public record Instance(
        String id,
        String zone,
        Demand capacity,
        Map<String, String> attributes,
        Optional<String> provider,
        boolean draining) {

    /** Attribute that holds the zone. */
    public static final String ZONE = "ecs.availability-zone";

    /** Ports that the agent and the engine of an instance keep for themselves: {@code ECS_RESERVED_PORTS}. */
    private static final int[] RESERVED = {22, 2375, 2376, 51678, 51679};

    /** An active instance with so many CPU units and MiB to give. */
    public static Instance of(String id, String zone, int cpu, int memory) {
        var capacity = Demand.of(cpu, memory);
        for (var port : RESERVED) {
            capacity = capacity.withPort(port);
        }
        return new Instance(id, zone, capacity, Map.of(ZONE, zone), Optional.empty(), false);
    }

    /** The same, with one more attribute. */
    public Instance with(String attribute, String value) {
        var all = new TreeMap<>(attributes);
        all.put(attribute, value);
        return new Instance(id, zone, capacity, all, provider, draining);
    }

    /** The same, belonging to that capacity provider. */
    public Instance ofProvider(String name) {
        return new Instance(id, zone, capacity, attributes, Optional.of(name), draining);
    }

    /** The same, taking no new tasks. */
    public Instance drained() {
        return new Instance(id, zone, capacity, attributes, provider, true);
    }
}
