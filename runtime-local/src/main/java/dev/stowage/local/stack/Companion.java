package dev.stowage.local.stack;

import java.util.List;
import java.util.Map;

/**
 * A container that stands for a resource which is not of ECS, such as a database, as {@code local.yaml} says.
 *
 * @param replaces the resource
 * @param host the name under which tasks find it
 * @param image what it runs
 * @param environment its variables
 * @param command its arguments; empty for those of the image
 * @param ports its ports, reached at the same port of the host name
 */
public record Companion(
        ResourceKey replaces,
        String host,
        String image,
        Map<String, String> environment,
        List<String> command,
        List<Integer> ports) {

    /** A companion that cannot be changed from outside. */
    public Companion {
        environment = Ordered.copy(environment);
        command = List.copyOf(command);
        ports = List.copyOf(ports);
    }
}
