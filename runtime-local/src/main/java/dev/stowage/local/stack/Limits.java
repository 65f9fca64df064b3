package dev.stowage.local.stack;

import java.util.List;
import java.util.Optional;

/**
 * What a container may take.
 *
 * @param cpu CPU units: its share where the CPU is short, 1,024 to the core; 0 where nothing is said
 * @param memory MiB that it is ended for exceeding
 * @param reserved MiB that are kept for it
 * @param shared MiB of {@code /dev/shm}
 * @param swap MiB of swap beyond its memory
 * @param swappiness 0 to 100; counts only with {@code swap}
 * @param ulimits its limits as the kernel has them
 * @param gpus how many GPUs it needs
 */
public record Limits(
        int cpu,
        Optional<Integer> memory,
        Optional<Integer> reserved,
        Optional<Integer> shared,
        Optional<Integer> swap,
        Optional<Integer> swappiness,
        List<Ulimit> ulimits,
        int gpus) {

    /** None of its own. */
    public static final Limits NONE = of(0, Optional.empty(), Optional.empty());

    /**
     * A limit of the kernel.
     *
     * @param name such as {@code nofile}
     * @param soft what counts until the process raises it
     * @param hard up to where it may
     */
    public record Ulimit(String name, long soft, long hard) {}

    /** Limits that cannot be changed from outside. */
    public Limits {
        ulimits = List.copyOf(ulimits);
    }

    /** CPU units and MiB, and nothing else said. */
    public static Limits of(int cpu, Optional<Integer> memory, Optional<Integer> reserved) {
        return new Limits(cpu, memory, reserved, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0);
    }
}
