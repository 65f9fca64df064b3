package dev.stowage.local.traffic;

import dev.stowage.local.clock.TimeScale;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the traffic of a run is set up.
 *
 * @param scale how much faster than AWS health checks follow each other and targets are let go
 * @param usual whether listeners are at the ports of AWS on the loopback address, too, where these are free; 8000 more where
 *     only root may have them
 * @param folder where the authority for certificates is kept; none for one that ends with the traffic
 * @param ports the port of this machine for a listener, by its name, where it was before; where somebody else has
 *     that now, it gets any
 */
public record TrafficSettings(TimeScale scale, boolean usual, Optional<Path> folder, Map<String, Integer> ports) {

    /** The address at which every listener can be reached from this machine, and from nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    /** As slow as AWS, at any free ports. */
    public static final TrafficSettings STANDARD =
            new TrafficSettings(TimeScale.REAL, false, Optional.empty(), Map.of());

    /** Settings that cannot be changed from outside. */
    public TrafficSettings {
        ports = Map.copyOf(ports);
    }

    /** The same, so much faster. */
    public TrafficSettings scaled(TimeScale other) {
        return new TrafficSettings(other, usual, folder, ports);
    }

    /** The same, at the ports of AWS where that can be. */
    public TrafficSettings atUsualPorts() {
        return new TrafficSettings(scale, true, folder, ports);
    }

    /** The same, with listeners at those ports of this machine unless somebody else has them. */
    public TrafficSettings at(Map<String, Integer> wanted) {
        return new TrafficSettings(scale, usual, folder, wanted);
    }

    /** The same, with an authority that is kept in that folder. */
    public TrafficSettings keptIn(Path other) {
        return new TrafficSettings(scale, usual, Optional.of(other), ports);
    }
}
