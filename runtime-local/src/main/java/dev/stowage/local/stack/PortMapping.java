package dev.stowage.local.stack;

import java.util.Optional;

/**
 * Ports of a container that others may reach.
 *
 * @param first the first port of the container
 * @param last the last one: the same for a single port
 * @param host the first port of the host; empty for a free one that the engine chooses
 * @param protocol TCP or UDP
 * @param name what Service Connect calls it; may be empty
 * @param application {@code http}, {@code http2} or {@code grpc}; empty where nothing is said
 */
public record PortMapping(
        int first, int last, Optional<Integer> host, Protocol protocol, String name, String application) {

    /** What is spoken over a port. */
    public enum Protocol {
        /** TCP. */
        TCP,
        /** UDP. */
        UDP;

        /** The word of a task definition, and of Docker: {@code tcp}. */
        public String word() {
            return this == TCP ? "tcp" : "udp";
        }
    }

    /** A TCP port, reached at whatever port of the host is free. */
    public static PortMapping tcp(int port) {
        return new PortMapping(port, port, Optional.empty(), Protocol.TCP, "", "");
    }

    /** A TCP port that is reached at this port of the host. */
    public static PortMapping tcp(int port, int host) {
        return new PortMapping(port, port, Optional.of(host), Protocol.TCP, "", "");
    }

    /** How many ports. */
    public int count() {
        return last - first + 1;
    }
}
