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
 * @param udpPorts the same, UDP
 */
public record Demand(int cpu, int memory, Set<Integer> ports, Set<Integer> udpPorts) {

    /** Nothing at all. */
    public static final Demand NOTHING = new Demand(0, 0, Set.of(), Set.of());

    /** Some CPU units and MiB, and no fixed port. */
    public static Demand of(int cpu, int memory) {
        return new Demand(cpu, memory, Set.of(), Set.of());
    }

    /** The same, with one more fixed host port, TCP. */
    public Demand withPort(int port) {
        return new Demand(cpu, memory, with(ports, port), udpPorts);
    }

    /** The same, with one more fixed host port, UDP. */
    public Demand withUdpPort(int port) {
        return new Demand(cpu, memory, ports, with(udpPorts, port));
    }

    private static Set<Integer> with(Set<Integer> ports, int port) {
        var all = new TreeSet<>(ports);
        all.add(port);
        return Collections.unmodifiableSortedSet(all);
    }

    /** All of this, and the other. */
    public Demand and(Demand other) {
        return new Demand(
                cpu + other.cpu, memory + other.memory, both(ports, other.ports), both(udpPorts, other.udpPorts));
    }

    private static Set<Integer> both(Set<Integer> ports, Set<Integer> others) {
        if (others.isEmpty()) {
            return ports;
        }
        var all = new TreeSet<>(ports);
        all.addAll(others);
        return Collections.unmodifiableSortedSet(all);
    }

    /** Whether it wants a host port that the other has. */
    public boolean clashesWith(Demand other) {
        return ports.stream().anyMatch(other.ports::contains)
                || udpPorts.stream().anyMatch(other.udpPorts::contains);
    }
}
