package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.gap.Gap;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The networks of runs: one for each, with addresses that nobody else uses, more where it needs further addresses of this machine;
 * and the one that they share.
 */
final class Networks {

    private final NetworkCalls calls;
    private final SharedNetwork shared;
    private final AddressPool pool;

    private Networks(NetworkCalls calls, AddressPool pool) {
        this.calls = calls;
        this.shared = new SharedNetwork(calls);
        this.pool = pool;
    }

    /** The networks of that engine; runs get addresses out of that pool. */
    static Networks of(Docker docker, AddressPool pool) {
        return new Networks(new NetworkCalls(docker), pool);
    }

    /** The network of a run: the one that is there, or a new one with a block of addresses that nobody uses. */
    RunNetwork ensure(RunId run) {
        return find(run).orElseGet(() -> create(run, "stowage-" + run, Labels.of(run), pool));
    }

    private Optional<RunNetwork> find(RunId run) {
        return calls.labelled(Labels.RUN + "=" + run).stream()
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
        calls.labelled(Labels.RUN + "=" + run).stream()
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
                var planned = new RunNetwork("", name, block);
                var config = new Ipam.Config()
                        .withSubnet(block.toString())
                        .withIpRange(planned.forEngine().toString())
                        .withGateway(planned.gateway());
                return new RunNetwork(calls.create(name, config, labels), name, block);
            } catch (DockerException refused) {
                if (!NetworkCalls.isOverlap(refused)) {
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

    /** What networks of the engine and of this machine use; those of other engines are seen as this machine's. */
    private Collection<Cidr> used() {
        var used = new ArrayList<Cidr>();
        calls.all().forEach(network -> used.addAll(blocks(network)));
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
     * Makes the network in which {@value SharedNetwork#ENDPOINT} is this machine's address, unless it is there.
     *
     * @throws EngineTrouble if somebody else uses these addresses
     */
    void ensureLinkLocal() {
        shared.ensure();
    }

    /** Removes the network of a run, and the shared one where no other run is left. */
    void remove(RunId run) {
        calls.labelled(Labels.RUN + "=" + run).forEach(calls::remove);
        if (!calls.labelled(Labels.RUN).isEmpty()) {
            return;
        }
        shared.remove();
        if (!calls.labelled(Labels.RUN).isEmpty()) {
            // A run began meanwhile, and found the shared network that is gone now.
            shared.ensure();
        }
    }
}
