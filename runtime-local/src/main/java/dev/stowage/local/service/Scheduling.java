package dev.stowage.local.service;

/** How many tasks a service wants. */
public sealed interface Scheduling {

    /**
     * So many, wherever they find a place.
     *
     * @param desired how many
     * @param rebalanced whether it evens its tasks out over the zones: {@code AvailabilityZoneRebalancing}
     */
    record Replica(int desired, boolean rebalanced) implements Scheduling {

        /** So many, evened out over the zones, as ECS does with a new service that says nothing. */
        public static Replica of(int desired) {
            return new Replica(desired, true);
        }
    }

    /** One on every instance that is active and meets the constraints. */
    record Daemon() implements Scheduling {}

    /** As many wanted as that, whatever it was before. */
    default Replica wanting(int count) {
        return this instanceof Replica known ? new Replica(count, known.rebalanced()) : Replica.of(count);
    }
}
