package dev.stowage.local.engine.docker;

import java.util.Map;
import java.util.Optional;

/**
 * What was made ready for a container before it is made itself.
 *
 * @param image its image
 * @param pause the pause container of its task, where there is one
 * @param volumes where the volumes of its task lie, by their names in the task definition
 * @param ports which ports of this machine lead to it
 * @param logs how its logs get to the FireLens router of its task, where there is one
 */
record Ground(
        ImageFacts image, Optional<Pause> pause, Map<String, String> volumes, PortPlan ports, Optional<LogPath> logs) {

    /**
     * A pause container that runs.
     *
     * @param id how Docker calls it
     * @param group its control group, as a path such as {@code /docker/4f1c...}
     * @param ip its address; empty without a network of its own
     */
    record Pause(String id, String group, String ip) {}

    /**
     * How logs get to a FireLens router.
     *
     * @param volume the name of the volume in which its socket lies
     * @param socket the path of the socket on the machine of the engine
     * @param host where the other containers of the task reach it; empty until it runs
     */
    record LogPath(String volume, String socket, String host) {}
}
