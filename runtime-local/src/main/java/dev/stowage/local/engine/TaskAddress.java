package dev.stowage.local.engine;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where the ports of a task are reached from this machine.
 *
 * @param ip its own address in {@code awsvpc} mode; otherwise the address at which its host ports are reached
 * @param bindings which host ports lead to which of its ports; none in {@code awsvpc} mode, where a port is reached as it is
 */
public record TaskAddress(String ip, List<Binding> bindings) {

    /**
     * A host port that leads to a port of a container.
     *
     * @param container the name of the container in the task definition
     * @param port its port
     * @param protocol {@code tcp} or {@code udp}
     * @param hostPort the host port
     */
    public record Binding(String container, int port, String protocol, int hostPort) {}

    /** An address that cannot be changed from outside. */
    public TaskAddress {
        bindings = List.copyOf(bindings);
    }

    /** The TCP port at {@link #ip} behind which that port of that container is; empty where none leads to it. */
    public OptionalInt port(String container, int port) {
        if (bindings.isEmpty()) {
            return OptionalInt.of(port);
        }
        return bindings.stream()
                .filter(one -> one.container().equals(container)
                        && one.port() == port
                        && one.protocol().equals("tcp"))
                .mapToInt(Binding::hostPort)
                .findFirst();
    }
}
