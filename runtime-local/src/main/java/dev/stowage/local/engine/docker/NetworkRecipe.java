package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Link;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PrivateName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How containers are on the network, and how they find others: section 4 of the specification.
 *
 * @param network the network of the run
 * @param around what is around them
 * @param isApart whether the engine keeps its networks to itself, so that this machine has no address in them
 */
record NetworkRecipe(RunNetwork network, Surroundings around, boolean isApart) {

    /** Where host ports are published for this machine alone. */
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Of a pause container: in {@code awsvpc} mode it has the network that the others share, and the names that all of them say.
     *
     * @param address the one it gets in that network; of no meaning in other modes
     * @param ports which ports of this machine lead to the task
     */
    void pause(CreateContainerCmd command, HostConfig host, Booking task, String address, PortPlan ports) {
        var setup = task.setup();
        if (setup.network() != NetworkMode.AWSVPC) {
            host.withNetworkMode("none");
            return;
        }
        host.withNetworkMode(network.name());
        ports.publish(host, List.of(LOOPBACK));
        command.withExposedPorts(ports.exposed());
        command.withIpv4Address(address);
        command.withHostName(PrivateName.of(address, task.region()));
        var said = setup.containers().stream().map(ContainerSetup::hosts).toList();
        names(
                host,
                task,
                said.stream().flatMap(one -> one.dns().stream()).distinct().toList(),
                said.stream().flatMap(one -> one.search().stream()).distinct().toList(),
                said.stream().map(one -> one.extra()).toList());
    }

    /**
     * Of any other container.
     *
     * @param dockerNames how Docker calls the other containers of the task
     */
    void app(
            CreateContainerCmd command,
            HostConfig host,
            Booking task,
            ContainerSetup setup,
            Ground ground,
            Function<String, String> dockerNames) {
        switch (task.setup().network()) {
            case AWSVPC ->
                host.withNetworkMode(
                        "container:" + ground.pause().map(Ground.Pause::id).orElseThrow());
            case HOST -> {
                host.withNetworkMode("host");
                host.withExtraHosts(lines(task, List.of()));
            }
            case NONE -> host.withNetworkMode("none");
            case BRIDGE -> bridge(command, host, task, setup, ground, dockerNames);
        }
        if (setup.hosts().offline()) {
            command.withNetworkDisabled(true);
        }
    }

    private void bridge(
            CreateContainerCmd command,
            HostConfig host,
            Booking task,
            ContainerSetup setup,
            Ground ground,
            Function<String, String> dockerNames) {
        host.withNetworkMode(network.name());
        ground.ports().publish(host, isApart ? List.of(LOOPBACK) : List.of(LOOPBACK, network.gateway()));
        command.withExposedPorts(ground.ports().exposed());
        var hosts = setup.hosts();
        host.withLinks(hosts.links().entrySet().stream()
                .map(one -> new Link(dockerNames.apply(one.getValue()), one.getKey()))
                .toArray(Link[]::new));
        names(host, task, hosts.dns(), hosts.search(), List.of(hosts.extra()));
        hosts.name().ifPresent(command::withHostName);
    }

    /** How it finds others; what is written comes before what is around. */
    private void names(
            HostConfig host, Booking task, List<String> dns, List<String> search, List<Map<String, String>> extra) {
        host.withDns(joined(dns, around.nameServers()));
        host.withDnsSearch(joined(search, around.searchDomains()));
        host.withExtraHosts(lines(task, extra));
    }

    private String[] lines(Booking task, List<Map<String, String>> extra) {
        var lines = new LinkedHashSet<String>();
        extra.forEach(one -> one.forEach((name, address) -> lines.add(name + ":" + address)));
        around.hosts(task).forEach((name, address) -> lines.add(name + ":" + address));
        return lines.toArray(String[]::new);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
