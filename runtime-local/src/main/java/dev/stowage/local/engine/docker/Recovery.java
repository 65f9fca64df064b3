package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the containers that an earlier process of a run left on the engine, and takes them over. */
final class Recovery {

    private final Docker docker;
    private final RunId run;
    private final Registry registry;
    private final Leases leases;
    private final Pins pins;
    private final Supplier<Instant> clock;

    Recovery(Docker docker, RunId run, Registry registry, Leases leases, Pins pins, Supplier<Instant> clock) {
        this.docker = docker;
        this.run = run;
        this.registry = registry;
        this.leases = leases;
        this.pins = pins;
        this.clock = clock;
    }

    /** The tasks that are left and that this process did not start, oldest first. */
    List<LeftTask> left() {
        var byTask = new LinkedHashMap<String, List<Container>>();
        var all = new ArrayList<>(containers(Labels.RUN + "=" + run));
        all.sort((one, other) -> Long.compare(one.getCreated(), other.getCreated()));
        for (var container : all) {
            var task = container.getLabels().getOrDefault(Labels.TASK, "");
            if (!task.isEmpty() && registry.of(new TaskId(task)).isEmpty()) {
                byTask.computeIfAbsent(task, it -> new ArrayList<>()).add(container);
            }
        }
        return byTask.values().stream().map(Recovery::read).toList();
    }

    private static LeftTask read(List<Container> containers) {
        var isRunning = containers.stream().anyMatch(one -> "running".equals(one.getState()));
        return LeftTask.of(containers.get(0).getLabels(), isRunning);
    }

    private List<Container> containers(String... labels) {
        return docker.within(Patience.INSPECT)
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(labels))
                .exec();
    }

    /** Takes a task over; how its containers are is told by whoever looks at these. */
    List<Slot> adopt(TaskId task, Booking booking) {
        var taken = new ArrayList<Slot>();
        for (var container : containers(Labels.RUN + "=" + run, Labels.TASK + "=" + task)) {
            inspect(container.getId()).map(it -> adopt(task, booking, it)).ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<InspectContainerResponse> inspect(String id) {
        try {
            return Optional.of(
                    docker.within(Patience.INSPECT).inspectContainerCmd(id).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private Slot adopt(TaskId task, Booking booking, InspectContainerResponse container) {
        var labels = Optional.ofNullable(container.getConfig().getLabels()).orElse(Map.of());
        var id = new ContainerId(task, labels.getOrDefault(Labels.CONTAINER_NAME, ""));
        var slot = registry.slot(id, () -> new Slot(id, booking, clock.get()));
        slot.bind(new PortPlan(bindings(booking, id, container), List.of()));
        var isKnown = !slot.launched(slot.run());
        assert isKnown;
        registry.made(slot, container.getId());
        slot.setup().ifPresent(setup -> pins.hold(booking, setup, String.valueOf(container.getImageId())));
        if (Recipe.isPause(id) && Boolean.TRUE.equals(container.getState().getRunning())) {
            var pause = Pauses.read(container, docker.facts());
            leases.hold(pause.ip());
            registry.paused(task, pause);
        }
        return slot;
    }

    private static List<Binding> bindings(Booking booking, ContainerId id, InspectContainerResponse container) {
        var found = new ArrayList<Binding>();
        var ports = Optional.ofNullable(container.getHostConfig().getPortBindings());
        ports.ifPresent(all -> all.getBindings()
                .forEach((port, hosts) -> Optional.ofNullable(hosts)
                        .filter(it -> it.length > 0)
                        .ifPresent(it -> found.add(new Binding(
                                Recipe.isPause(id) ? owner(booking, port.getPort()) : id.name(),
                                port.getPort(),
                                port.getProtocol().toString(),
                                Integer.parseInt(it[0].getHostPortSpec()))))));
        return found;
    }

    /** The container of a task that has that port. */
    private static String owner(Booking booking, int port) {
        return booking.setup().containers().stream()
                .filter(one -> one.ports().stream().anyMatch(it -> it.first() <= port && port <= it.last()))
                .findFirst()
                .map(ContainerSetup::name)
                .orElse("");
    }
}
