package dev.stowage.local.translate;

import java.util.List;

/**
 * What is known of the machine and its engine when a model is translated.
 *
 * @param cpus how many CPUs there are
 * @param memory MiB
 * @param architecture {@code X86_64} or {@code ARM64}
 * @param logDrivers the log drivers of the engine; empty where nobody asked it
 * @param gpus whether the engine can hand out GPUs
 * @param sumsLimits whether the engine can bound a task as a whole, and not each container alone
 * @param region the Region where nothing else names one
 * @param keys whether tasks with a role get keys
 */
public record Machine(
        int cpus,
        int memory,
        String architecture,
        List<String> logDrivers,
        boolean gpus,
        boolean sumsLimits,
        String region,
        boolean keys) {

    /** A machine about which nothing is held against a model. */
    public static final Machine ANY = new Machine(
            Integer.MAX_VALUE / 1024, Integer.MAX_VALUE, "X86_64", List.of(), false, true, "us-east-1", false);

    /** A machine that cannot be changed from outside. */
    public Machine {
        logDrivers = List.copyOf(logDrivers);
    }
}
