package dev.stowage.local.place;

/**
 * Which of the instances that a task may run on it prefers. Strategies of a list are asked in turn: a later one decides
 * only where those before it are indifferent.
 */
public sealed interface Strategy {

    /**
     * Evenly over the values of an attribute, or over instances.
     *
     * @param field {@code instanceId}, {@code host}, or {@code attribute:NAME}
     */
    record Spread(String field) implements Strategy {}

    /** On the instance with the least left of something that still takes the task. */
    record Binpack(Resource of) implements Strategy {}

    /** Wherever chance has it. */
    record Random() implements Strategy {}

    /** What an instance can be packed with. */
    enum Resource {
        /** CPU units. */
        CPU,
        /** MiB of memory. */
        MEMORY
    }
}
