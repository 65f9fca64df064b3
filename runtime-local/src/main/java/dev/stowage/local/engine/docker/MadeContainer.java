package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A container as the engine made it.
 *
 * @param id its id
 * @param name its name
 * @param imageId the id of its image
 * @param labels its labels
 * @param created when it was made
 * @param logDriver where its output goes
 * @param logOptions how; nothing secret is in it
 * @param mac its hardware address; empty where it has no network of its own
 * @param ip its address; empty where it has no network of its own
 * @param isStarted whether it runs: nothing of this changes any more then
 */
public record MadeContainer(
        String id,
        String name,
        String imageId,
        Map<String, String> labels,
        Instant created,
        String logDriver,
        Map<String, String> logOptions,
        String mac,
        String ip,
        boolean isStarted) {

    /** Options of the {@code awslogs} driver that are ours, and lead to credentials. */
    private static final Set<String> OWN = Set.of("awslogs-endpoint", "awslogs-credentials-endpoint");

    /** What is said there; options of those names are secret. */
    static MadeContainer of(InspectContainerResponse made, Set<String> secrets) {
        var logs = made.getHostConfig().getLogConfig();
        var options = new TreeMap<String, String>();
        Optional.ofNullable(logs.getConfig()).ifPresent(options::putAll);
        options.keySet().removeAll(OWN);
        options.keySet().removeAll(secrets);
        var networks = made.getNetworkSettings().getNetworks().values();
        return new MadeContainer(
                made.getId(),
                made.getName().substring(1),
                String.valueOf(made.getImageId()),
                Map.copyOf(Optional.ofNullable(made.getConfig().getLabels()).orElse(Map.of())),
                Instant.parse(made.getCreated()),
                String.valueOf(logs.getType().getType()),
                options,
                networks.stream()
                        .map(one -> Optional.ofNullable(one.getMacAddress()).orElse(""))
                        .findFirst()
                        .orElse(""),
                Inspection.ip(made),
                Boolean.TRUE.equals(made.getState().getRunning()));
    }
}
