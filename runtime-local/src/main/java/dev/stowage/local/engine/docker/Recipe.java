package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.MemorySpace;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the containers of a run are made: every field of a container definition in Docker's words. */
final class Recipe {

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

    /**
     * The pause container of a task: it has the network, the name spaces and the limits that the others share.
     *
     * @param address the one it gets, where it has a network
     * @param ports which ports of this machine lead to the task
     */
    CreateContainerCmd pause(ContainerId id, Booking task, String image, String address, PortPlan ports) {
        var setup = task.setup();
        var host = HostConfig.newHostConfig();
        if (setup.memory() == MemorySpace.TASK) {
            host.withIpcMode("shareable");
        }
        TaskLimits.of(setup, docker.facts()).onPause(host);
        var command = create(id, task, image, host);
        onNetwork().pause(command, host, task, address, ports);
        return command;
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
        var command = create(id, task, ground.image().reference(), host);
        onNetwork().app(command, host, task, setup, ground, name -> nameOf(id, task, name));
        describe(command, setup);
        return command.withEnv(Variables.of(
                setup.environment(),
                task,
                told(id, task, setup, ground),
                ground.image().variables()));
    }

    private NetworkRecipe onNetwork() {
        return new NetworkRecipe(network, around, docker.facts().isApart());
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
