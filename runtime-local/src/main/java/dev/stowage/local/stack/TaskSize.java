package dev.stowage.local.stack;

import java.util.Optional;

/**
 * What a task as a whole may take.
 *
 * @param cpu CPU units, 1,024 to the core; on Fargate always there
 * @param memory MiB; on Fargate always there
 * @param disk GiB of ephemeral storage, where the definition says so
 */
public record TaskSize(Optional<Integer> cpu, Optional<Integer> memory, Optional<Integer> disk) {

    /** No bound of the task's own: that of its containers is all. */
    public static final TaskSize OPEN = new TaskSize(Optional.empty(), Optional.empty(), Optional.empty());

    /** So many CPU units and MiB. */
    public static TaskSize of(int cpu, int memory) {
        return new TaskSize(Optional.of(cpu), Optional.of(memory), Optional.empty());
    }
}
