package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.stowage.local.gap.Gap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The link-local network that all runs of an engine share, because the addresses of ECS's endpoints lie in it. Several processes
 * may make and remove it at once.
 */
final class SharedNetwork {

    /** Where ECS's endpoints answer: the address of this machine in that network. */
    static final String ENDPOINT = "169.254.170.2";

    private static final String NAME = "link-local";
    private static final Cidr BLOCK = Cidr.of("169.254.170.0/24");

    /** How often it is tried where another process makes or removes the network meanwhile. */
    private static final int TRIES = 10;

    private final NetworkCalls calls;

    SharedNetwork(NetworkCalls calls) {
        this.calls = calls;
    }

    /**
     * Makes it, unless it is there.
     *
     * @throws EngineTrouble if somebody else uses these addresses
     */
    void ensure() {
        for (var tries = 1; found().isEmpty() && !isMade(); tries++) {
            if (tries == TRIES) {
                throw taken();
            }
            // What has the addresses may be what another process of ours just made, or is about to remove.
            LockSupport.parkNanos(NetworkCalls.REST.toNanos());
        }
    }

    private boolean isMade() {
        try {
            var config = new Ipam.Config().withSubnet(BLOCK.toString()).withGateway(ENDPOINT);
            return !calls.create("stowage-" + NAME, config, Map.of(Labels.SHARED, NAME))
                    .isEmpty();
        } catch (DockerException refused) {
            if (!NetworkCalls.isOverlap(refused)) {
                throw refused;
            }
            return false;
        }
    }

    private static EngineTrouble taken() {
        return EngineTrouble.of(
                Gap.ADDR,
                "the credentials address " + ENDPOINT + " is not available: another network of the engine has " + BLOCK,
                "Remove that network (`docker network ls`). Until then metadata and role credentials do not work in tasks.");
    }

    /** Removes it, where it is there. */
    void remove() {
        found().forEach(calls::remove);
    }

    private List<Network> found() {
        return calls.labelled(Labels.SHARED + "=" + NAME);
    }
}
