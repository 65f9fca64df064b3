package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Link;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.MemorySpace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the containers of a run are made: every field of a container definition in Docker's words. */
final class Recipe {

    /** Where host ports are published for this machine alone. */
    private static final String LOOPBACK = "127.0.0.1";

    private final Docker docker;
    private final RunId run;
    private final RunNetwork network;
    private final Surroundings around;

    /** Whether the engine may not set the limits of Fargate: it said so once. */
    private volatile boolean bounded;

    Recipe(Docker docker, RunId run, RunNetwork network, Surroundings around) {
        this.docker = docker;
        this.run = run;
        this.network = network;
        this.around = around;
    }

    /** From now on containers go without the limits of Fargate. */
    void bound() {
        bounded = true;
    }

    /** The pause container of a task: it has the network, the name spaces and the limits that the others share. */
    CreateContainerCmd pause(ContainerId id, Booking task, String image) {
        var setup = task.setup();
        var host = HostConfig.newHostConfig();
        if (setup.network() == NetworkMode.AWSVPC) {
            host.withNetworkMode(network.name());
            var said = setup.containers().stream().map(ContainerSetup::hosts).toList();
            names(
                    host,
                    task,
                    said.stream().flatMap(one -> one.dns().stream()).distinct().toList(),
                    said.stream()
                            .flatMap(one -> one.search().stream())
                            .distinct()
                            .toList(),
                    said.stream().map(one -> one.extra()).toList());
        } else {
            host.withNetworkMode("none");
        }
        if (setup.memory() == MemorySpace.TASK) {
            host.withIpcMode("shareable");
        }
        TaskLimits.of(setup, docker.facts()).onPause(host);
        return create(id, task, image, host);
    }

    /** Any other container of a task. */
    CreateContainerCmd app(ContainerId id, Booking task, ContainerSetup setup, Ground ground) {
        var host = HostConfig.newHostConfig();
        var whole = task.setup();
        HostRecipe.limit(host, setup.limits(), whole, bounded);
        HostRecipe.allow(host, setup.security());
        HostRecipe.mount(host, setup, ground, name -> nameOf(id, task, name));
        TaskLimits.of(whole, docker.facts())
                .onContainer(host, ground.pause().map(Ground.Pause::group).orElse(""));
        spaces(host, whole, ground.pause());
        if (!setup.kernel().isEmpty()) {
            host.withSysctls(setup.kernel());
        }
        LogRecipe.of(
                        setup,
                        id.task(),
                        docker.facts(),
                        around.logs(id, task),
                        ground.logs().map(Ground.LogPath::socket))
                .ifPresent(host::withLogConfig);
        var command = create(id, task, ground.image().id(), host).withImage(setup.image());
        connect(command, host, id, task, setup, ground);
        describe(command, setup);
        return command.withEnv(Variables.of(
                setup.environment(),
                task,
                told(id, task, setup, ground),
                ground.image().variables()));
    }

    private CreateContainerCmd create(ContainerId id, Booking task, String image, HostConfig host) {
        return docker.within(Patience.CREATE)
                .createContainerCmd(image)
                .withName(nameOf(id, task, id.name()))
                .withLabels(Labels.of(run, id, task))
                .withHostConfig(host);
    }

    private String nameOf(ContainerId sibling, Booking task, String name) {
        return TaskNames.container(run, task.setup().definition(), new ContainerId(sibling.task(), name));
    }

    /** What a container is told over and above what is written. */
    private Map<String, String> told(ContainerId id, Booking task, ContainerSetup setup, Ground ground) {
        var all = new LinkedHashMap<>(around.environment(id, task));
        var host = ground.logs().map(Ground.LogPath::host).orElse("");
        all.putAll(FireLens.variables(task.setup(), setup, host));
        return all;
    }

    /** With whom it shares processes and IPC. */
    private static void spaces(HostConfig host, TaskSetup setup, Optional<Ground.Pause> pause) {
        switch (setup.processes()) {
            case HOST -> host.withPidMode("host");
            case TASK -> pause.ifPresent(it -> host.withPidMode("container:" + it.id()));
            case CONTAINER -> {}
        }
        switch (setup.memory()) {
            case HOST -> host.withIpcMode("host");
            case NONE -> host.withIpcMode("none");
            case TASK -> pause.ifPresent(it -> host.withIpcMode("container:" + it.id()));
            case STANDARD -> {}
        }
    }

    /** How it is on the network: section 4 of the specification. */
    private void connect(
            CreateContainerCmd command,
            HostConfig host,
            ContainerId id,
            Booking task,
            ContainerSetup setup,
            Ground ground) {
        switch (task.setup().network()) {
            case AWSVPC ->
                host.withNetworkMode(
                        "container:" + ground.pause().map(Ground.Pause::id).orElseThrow());
            case HOST -> {
                host.withNetworkMode("host");
                host.withExtraHosts(lines(task, List.of()));
            }
            case NONE -> host.withNetworkMode("none");
            case BRIDGE -> {
                host.withNetworkMode(network.name());
                ground.ports().publish(host, List.of(LOOPBACK, network.gateway()));
                command.withExposedPorts(ground.ports().exposed());
                host.withLinks(setup.hosts().links().entrySet().stream()
                        .map(one -> new Link(nameOf(id, task, one.getValue()), one.getKey()))
                        .toArray(Link[]::new));
                var hosts = setup.hosts();
                names(host, task, hosts.dns(), hosts.search(), List.of(hosts.extra()));
                hosts.name().ifPresent(command::withHostName);
            }
        }
        if (setup.hosts().offline()) {
            command.withNetworkDisabled(true);
        }
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

    private static void describe(CreateContainerCmd command, ContainerSetup setup) {
        var said = setup.command();
        if (!said.entryPoint().isEmpty()) {
            command.withEntrypoint(said.entryPoint());
        }
        if (!said.arguments().isEmpty()) {
            command.withCmd(said.arguments());
        }
        said.directory().ifPresent(command::withWorkingDir);
        said.user().ifPresent(command::withUser);
        command.withStdinOpen(said.stdin());
        command.withTty(said.terminal());
        command.withHealthcheck(
                setup.health().map(Recipe::health).orElseGet(() -> new HealthCheck().withTest(List.of("NONE"))));
    }

    private static HealthCheck health(dev.stowage.local.stack.HealthCheck check) {
        return new HealthCheck()
                .withTest(check.test())
                .withInterval(check.interval().toNanos())
                .withTimeout(check.timeout().toNanos())
                .withRetries(check.retries())
                .withStartPeriod(check.startPeriod().toNanos());
    }

    /** Whether that is the name of a pause container. */
    static boolean isPause(ContainerId id) {
        return id.name().equals(TaskDefinition.PAUSE);
    }
}
