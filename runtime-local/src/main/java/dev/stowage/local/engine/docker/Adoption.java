package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes the containers of one task over from the process that made them. */
final class Adoption {

    /**
     * What it takes to do so.
     *
     * @param docker the engine
     * @param registry what the run has on it
     * @param leases the addresses of its tasks
     * @param pins the images of its deployments
     * @param clock what time it is
     */
    record Means(Docker docker, Registry registry, Leases leases, Pins pins, Supplier<Instant> clock) {}

    private final Means means;
    private final TaskId task;
    private final Booking booking;
    private final Map<String, Container> known = new HashMap<>();

    /** Of a task of which nothing is known but its containers: each is in its first run. */
    Adoption(Means means, TaskId task, Booking booking) {
        this.means = means;
        this.task = task;
        this.booking = booking;
    }

    /** The same, of a task that was noted down to be like that. */
    Adoption knowing(Task noted) {
        noted.containers().forEach(one -> known.put(one.definition().name(), one));
        return this;
    }

    /**
     * Takes a container over; how it is is told by whoever looks at it. One that was made and never started is removed, as
     * nobody knows how far it had come: whoever still wants it asks for its start again.
     */
    Optional<Slot> take(InspectContainerResponse container) {
        var name = Optional.ofNullable(container.getConfig().getLabels())
                .orElse(Map.of())
                .getOrDefault(Labels.CONTAINER_NAME, "");
        var noted = Optional.ofNullable(known.get(name));
        var isStarted = !"created".equals(container.getState().getStatus());
        if (!isStarted && noted.filter(one -> !one.isStopped()).isPresent()) {
            remove(container.getId());
            return Optional.empty();
        }
        return Optional.of(slot(new ContainerId(task, name), noted, container));
    }

    private Slot slot(ContainerId id, Optional<Container> noted, InspectContainerResponse container) {
        var run = Math.max(1, noted.map(Container::run).orElse(1));
        var slot = means.registry()
                .slot(id, () -> new Slot(id, booking, run, means.clock().get()));
        slot.bind(new PortPlan(bindings(id, container), List.of()));
        if (noted.filter(one -> isStillToStart(one, container)).isEmpty()) {
            var happened = slot.launched(run);
            assert !happened;
        }
        means.registry().made(slot, container.getId());
        slot.setup().ifPresent(setup -> means.pins().hold(booking, setup, String.valueOf(container.getImageId())));
        if (Recipe.isPause(id) && Boolean.TRUE.equals(container.getState().getRunning())) {
            var pause = Pauses.read(container, means.docker().facts());
            means.leases().hold(pause.ip());
            means.registry().paused(task, pause);
        }
        return slot;
    }

    /** Whether it was to be started once more, and what the engine says is about the run before that. */
    private static boolean isStillToStart(Container noted, InspectContainerResponse container) {
        var isAsked = noted.asked() == Container.Asked.START && !noted.status().reached(ContainerStatus.RUNNING);
        var isRunning = Boolean.TRUE.equals(container.getState().getRunning());
        var started = Inspection.time(String.valueOf(container.getState().getStartedAt()));
        return isAsked && !isRunning && noted.run() > 1 && started.isBefore(noted.askedAt());
    }

    private void remove(String id) {
        try {
            means.docker()
                    .within(Patience.REMOVE)
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // It is gone, or about to go.
        }
    }

    private List<Binding> bindings(ContainerId id, InspectContainerResponse container) {
        var found = new ArrayList<Binding>();
        var ports = Optional.ofNullable(container.getHostConfig().getPortBindings());
        ports.ifPresent(all -> all.getBindings()
                .forEach((port, hosts) -> Optional.ofNullable(hosts)
                        .filter(it -> it.length > 0)
                        .ifPresent(it -> found.add(new Binding(
                                Recipe.isPause(id) ? owner(port.getPort()) : id.name(),
                                port.getPort(),
                                port.getProtocol().toString(),
                                Integer.parseInt(it[0].getHostPortSpec()))))));
        return found;
    }

    /** The container of the task that has that port. */
    private String owner(int port) {
        return booking.setup().containers().stream()
                .filter(one -> one.ports().stream().anyMatch(it -> it.first() <= port && port <= it.last()))
                .findFirst()
                .map(ContainerSetup::name)
                .orElse("");
    }
}
