package dev.stowage.local.task;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a task takes of the instance it runs on.
 *
 * @param cpu CPU units, 1,024 to the core
 * @param memory MiB
 * @param ports host ports that are fixed, TCP; dynamic ones and those of a network of its own count nothing
 */
public record Demand(int cpu, int memory, Set<Integer> ports) {

    /** Nothing at all. */
    public static final Demand NOTHING = new Demand(0, 0, Set.of());

    /** Some CPU units and MiB, and no fixed port. */
    public static Demand of(int cpu, int memory) {
        return new Demand(cpu, memory, Set.of());
    }

    /** The same, with one more fixed host port. */
    public Demand withPort(int port) {
        var all = new TreeSet<>(ports);
        all.add(port);
        return new Demand(cpu, memory, Collections.unmodifiableSortedSet(all));
    }
}
