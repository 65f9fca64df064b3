package dev.stowage.local.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the engine says of a container that it made.
 *
 * @param id its id
 * @param name its name
 * @param imageId the id of its image
 * @param labels its labels
 * @param created when it was made
 * @param logDriver where its output goes
 * @param logOptions how; nothing secret is in it
 * @param ports its ports on this machine, in bridge mode
 */
public record Made(
        String id,
        String name,
        String imageId,
        Map<String, String> labels,
        Instant created,
        String logDriver,
        Map<String, String> logOptions,
        List<Port> ports) {

    /**
     * A port on this machine.
     *
     * @param container the port of the container
     * @param host the port of this machine
     * @param protocol {@code tcp} or {@code udp}
     * @param address the address of this machine
     */
    public record Port(int container, int host, String protocol, String address) {}

    /** What cannot be changed from outside. */
    public Made {
        labels = Map.copyOf(labels);
        logOptions = Map.copyOf(logOptions);
        ports = List.copyOf(ports);
    }
}
