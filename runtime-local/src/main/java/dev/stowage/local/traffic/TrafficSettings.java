package dev.stowage.local.traffic;

import dev.stowage.local.clock.TimeScale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the traffic of a run is set up.
 *
 * @param scale how much faster than AWS health checks follow each other and targets are let go
 * @param gateways addresses of our own bridges, where containers reach listeners at the ports that AWS would use
 * @param folder where the authority for certificates is kept; none for one that ends with the traffic
 * @param ports the port of this machine for a listener, by its name, where one was asked for
 */
public record TrafficSettings(
        TimeScale scale, List<String> gateways, Optional<Path> folder, Map<String, Integer> ports) {

    /** The address at which every listener can be reached from this machine, and from nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    /** As slow as AWS, for this machine only, at any free ports. */
    public static final TrafficSettings STANDARD =
            new TrafficSettings(TimeScale.REAL, List.of(), Optional.empty(), Map.of());

    /** The same, so much faster. */
    public TrafficSettings scaled(TimeScale other) {
        return new TrafficSettings(other, gateways, folder, ports);
    }

    /** The same, reached by containers at those addresses too. */
    public TrafficSettings alsoAt(List<String> addresses) {
        return new TrafficSettings(scale, List.copyOf(addresses), folder, ports);
    }

    /** The same, with a listener at that port of this machine. */
    public TrafficSettings at(Map<String, Integer> wanted) {
        return new TrafficSettings(scale, gateways, folder, Map.copyOf(wanted));
    }

    /** The same, with an authority that is kept in that folder. */
    public TrafficSettings keptIn(Path other) {
        return new TrafficSettings(scale, gateways, Optional.of(other), ports);
    }
}
