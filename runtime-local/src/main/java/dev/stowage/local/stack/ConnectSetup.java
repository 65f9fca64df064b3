package dev.stowage.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The part of a service in Service Connect. Its tasks reach every name of the namespace; others reach what it offers.
 *
 * @param namespace the name of the namespace
 * @param offers what it offers; empty for a service that only calls others
 */
public record ConnectSetup(String namespace, List<Offer> offers) {

    /**
     * A port that a service offers.
     *
     * @param portName the name of a port mapping of its task definition
     * @param discoveryName what Cloud Map calls it; the name of the port where nothing is said
     * @param aliases what its clients call it
     * @param idle how long a connection may be idle; empty for Service Connect's own limit
     * @param perRequest how long a request may take; empty for Service Connect's own limit
     */
    public record Offer(
            String portName,
            String discoveryName,
            List<Alias> aliases,
            Optional<Duration> idle,
            Optional<Duration> perRequest) {

        /** An offer that cannot be changed from outside. */
        public Offer {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * What clients call a port.
     *
     * @param name the name that they resolve
     * @param port the port that they call
     */
    public record Alias(String name, int port) {}

    /** A part that cannot be changed from outside. */
    public ConnectSetup {
        offers = List.copyOf(offers);
    }
}
