package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.stowage.local.gap.Gap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What the engine is asked about networks, with patience for what other processes do to them meanwhile. */
record NetworkCalls(Docker docker) {

    /** How long is waited before a call is made once more. */
    static final Duration REST = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How often a network that is still in use is tried to be removed. */
    private static final int REMOVALS = 25;

    private static final String OVERLAPS = "Pool overlaps";

    /** Makes one, and gives its id. */
    String create(String name, Ipam.Config config, Map<String, String> labels) {
        return client().createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withIpam(new Ipam().withConfig(config))
                .withLabels(labels)
                .exec()
                .getId();
    }

    /** Whether a network was refused because another one has addresses of it. */
    static boolean isOverlap(DockerException refused) {
        return String.valueOf(refused.getMessage()).contains(OVERLAPS);
    }

    List<Network> all() {
        return client().listNetworksCmd().exec();
    }

    List<Network> labelled(String label) {
        return client().listNetworksCmd().withFilter("label", List.of(label)).exec();
    }

    /**
     * Removes one. Containers that are being removed leave a network late; others that somebody put into it are taken out.
     *
     * @throws EngineTrouble if it stays in use
     */
    void remove(Network network) {
        for (var tries = 1; ; tries++) {
            try {
                client().removeNetworkCmd(network.getId()).exec();
                return;
            } catch (NotFoundException gone) {
                return;
            } catch (DockerException inUse) {
                if (tries == REMOVALS) {
                    throw stuck(network, inUse);
                }
                empty(network.getId());
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    private static EngineTrouble stuck(Network network, DockerException inUse) {
        return EngineTrouble.of(
                Gap.NETWORK,
                "network `" + network.getName() + "` cannot be removed: " + Failures.text(inUse),
                "See what is in it (`docker network inspect " + network.getName()
                        + "`). Where nothing is, the engine has"
                        + " lost count: restart Docker, then remove the network.");
    }

    private void empty(String network) {
        try {
            var left =
                    client().inspectNetworkCmd().withNetworkId(network).exec().getContainers();
            for (var container : left.keySet()) {
                client().disconnectFromNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withForce(true)
                        .exec();
            }
        } catch (DockerException gone) {
            // The next try to remove the network shows what is left.
        }
    }

    private DockerClient client() {
        return docker.within(PATIENCE);
    }
}
