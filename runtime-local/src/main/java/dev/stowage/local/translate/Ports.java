package dev.stowage.local.translate;

import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.PortMapping.Protocol;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports of a container. On a network of the task's own, and on that of the host, a port is the same on both sides. */
final class Ports {

    private Ports() {}

    static List<PortMapping> of(ContainerDefinition view, NetworkMode network) {
        var ports = new ArrayList<PortMapping>();
        for (var one : view.portMappings()) {
            var range = range(one);
            if (range.length == 2) {
                ports.add(new PortMapping(
                        range[0],
                        range[1],
                        host(one, range[0], network),
                        one.protocol().is("udp") ? Protocol.UDP : Protocol.TCP,
                        one.name().or(""),
                        one.appProtocol().or("")));
            }
        }
        return ports;
    }

    /** The first and the last port; nothing where neither a port nor a range is written. */
    private static int[] range(EcsTaskDefinition.PortMapping one) {
        var port = one.containerPort().or(0);
        if (port > 0) {
            return new int[] {port, port};
        }
        var range = one.containerPortRange().or("");
        var dash = range.indexOf('-');
        try {
            return dash < 0
                    ? new int[0]
                    : new int[] {Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1))
                    };
        } catch (NumberFormatException noRange) {
            return new int[0];
        }
    }

    private static Optional<Integer> host(EcsTaskDefinition.PortMapping one, int port, NetworkMode network) {
        if (network == NetworkMode.AWSVPC || network == NetworkMode.HOST) {
            return Optional.of(port);
        }
        return one.hostPort().known().filter(host -> host > 0);
    }
}
