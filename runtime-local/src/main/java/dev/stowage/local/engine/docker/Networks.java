package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.gap.Gap;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The networks of the engine: one for each run, more where it needs further addresses of this machine, and the link-local one that all runs share because the addresses of ECS's
 * endpoints lie in it. Several processes may make and remove them at once.
 */
final class Networks {

    /** Where ECS's endpoints answer: the address of this machine in the network that runs share. */
    static final String ENDPOINT = "169.254.170.2";

    private static final String LINK_LOCAL = "link-local";
    private static final Cidr LINK_LOCAL_BLOCK = Cidr.of("169.254.170.0/24");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How often a network that is still in use is tried to be removed, and how long is waited in between. */
    private static final int REMOVALS = 25;

    private static final Duration REST = Duration.ofMillis(200);
    private static final String OVERLAPS = "Pool overlaps";

    private final Docker docker;
    private final AddressPool pool;

    private Networks(Docker docker, AddressPool pool) {
        this.docker = docker;
        this.pool = pool;
    }

    /** The networks of that engine; runs get addresses out of that pool. */
    static Networks of(Docker docker, AddressPool pool) {
        return new Networks(docker, pool);
    }

    /** The network of a run: the one that is there, or a new one with a block of addresses that nobody uses. */
    RunNetwork ensure(RunId run) {
        return find(run).orElseGet(() -> create(run, "stowage-" + run, Labels.of(run), pool));
    }

    private Optional<RunNetwork> find(RunId run) {
        return labelled(Labels.RUN + "=" + run).stream()
                .filter(network -> door(network) == 0)
                .findFirst()
                .map(Networks::read);
    }

    /**
     * Networks without containers, of each of which one address is this machine's: where two things of a run want the same
     * port, the second gets the same port of another address. Those that are there are used again.
     */
    List<RunNetwork> doors(RunId run, int count) {
        var known = new TreeMap<Integer, RunNetwork>();
        labelled(Labels.RUN + "=" + run).stream()
                .filter(network -> door(network) > 0)
                .forEach(network -> known.put(door(network), read(network)));
        var doors = new ArrayList<RunNetwork>();
        for (var number = 1; number <= count; number++) {
            var there = known.get(number);
            doors.add(there == null ? door(run, number) : there);
        }
        return doors;
    }

    private RunNetwork door(RunId run, int number) {
        var labels = new TreeMap<>(Labels.of(run));
        labels.put(Labels.DOOR, String.valueOf(number));
        return create(run, "stowage-" + run + "-" + number, labels, AddressPool.DOORS);
    }

    /** Which further address a network is for; 0 for none. */
    private static int door(Network network) {
        var labels = Optional.ofNullable(network.getLabels()).orElse(Map.of());
        return Integer.parseInt(labels.getOrDefault(Labels.DOOR, "0"));
    }

    private static RunNetwork read(Network network) {
        return new RunNetwork(
                network.getId(), network.getName(), blocks(network).get(0));
    }

    /** Another process may take a block between the look and the creation; then the next one is tried. */
    private RunNetwork create(RunId run, String name, Map<String, String> labels, AddressPool pool) {
        for (var block : pool.free(used())) {
            try {
                var config = new Ipam.Config().withSubnet(block.toString()).withGateway(block.address(1));
                return new RunNetwork(create(name, config, labels), name, block);
            } catch (DockerException refused) {
                if (!isOverlap(refused)) {
                    throw refused;
                }
            }
        }
        throw EngineTrouble.of(
                Gap.NETWORK,
                "all " + pool.block().parts(pool.size()) + " blocks of " + pool.block()
                        + " are in use, one is wanted for run `" + run + "`",
                "End runs that are no longer needed (`local down --all`), or remove unused networks.");
    }

    private String create(String name, Ipam.Config config, Map<String, String> labels) {
        return client().createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withIpam(new Ipam().withConfig(config))
                .withLabels(labels)
                .exec()
                .getId();
    }

    private static boolean isOverlap(DockerException refused) {
        return String.valueOf(refused.getMessage()).contains(OVERLAPS);
    }

    /** What networks of the engine and of this machine use; those of other engines are seen as this machine's. */
    private Collection<Cidr> used() {
        var used = new ArrayList<Cidr>();
        client().listNetworksCmd().exec().forEach(network -> used.addAll(blocks(network)));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(one -> one.getInterfaceAddresses().stream())
                    .filter(one -> one.getAddress().getAddress().length == 4)
                    .forEach(one ->
                            used.add(Cidr.of(one.getAddress().getHostAddress() + "/" + one.getNetworkPrefixLength())));
        } catch (SocketException unknown) {
            // The engine refuses what overlaps; the next block is tried then.
        }
        return used;
    }

    private static List<Cidr> blocks(Network network) {
        var ipam = Optional.ofNullable(network.getIpam());
        return ipam.map(Ipam::getConfig).orElse(List.of()).stream()
                .map(Ipam.Config::getSubnet)
                .filter(subnet -> subnet != null && !subnet.contains(":"))
                .map(Cidr::of)
                .toList();
    }

    /**
     * Makes the network in which {@value #ENDPOINT} is this machine's address, unless it is there.
     *
     * @throws EngineTrouble if somebody else uses these addresses
     */
    void ensureLinkLocal() {
        if (!linkLocal().isEmpty()) {
            return;
        }
        try {
            var config =
                    new Ipam.Config().withSubnet(LINK_LOCAL_BLOCK.toString()).withGateway(ENDPOINT);
            var made = create("stowage-" + LINK_LOCAL, config, Map.of(Labels.SHARED, LINK_LOCAL));
            assert !made.isEmpty();
        } catch (DockerException refused) {
            if (!isOverlap(refused)) {
                throw refused;
            }
            if (linkLocal().isEmpty()) {
                throw EngineTrouble.of(
                        Gap.ADDR,
                        "the credentials address " + ENDPOINT + " is not available: another network of the engine has "
                                + LINK_LOCAL_BLOCK,
                        "Remove that network (`docker network ls`). Until then metadata and role credentials do not"
                                + " work in tasks.");
            }
        }
    }

    /** Removes the network of a run, and the shared one where no other run is left. */
    void remove(RunId run) {
        labelled(Labels.RUN + "=" + run).forEach(this::remove);
        if (!labelled(Labels.RUN).isEmpty()) {
            return;
        }
        linkLocal().forEach(this::remove);
        if (!labelled(Labels.RUN).isEmpty()) {
            // A run began meanwhile, and found the shared network that is gone now.
            ensureLinkLocal();
        }
    }

    /** Containers that are being removed leave a network late; others that somebody put into it are taken out. */
    private void remove(Network network) {
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

    private List<Network> linkLocal() {
        return labelled(Labels.SHARED + "=" + LINK_LOCAL);
    }

    private List<Network> labelled(String label) {
        return client().listNetworksCmd().withFilter("label", List.of(label)).exec();
    }

    private DockerClient client() {
        return docker.within(PATIENCE);
    }
}
