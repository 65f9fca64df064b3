package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Stops containers, removes them, and looks at them. */
final class Stopper {

    private final Docker docker;
    private final Registry registry;
    private final News news;
    private final Volumes volumes;
    private final HostPorts ports;
    private final Supplier<Instant> clock;

    Stopper(Docker docker, Registry registry, News news, Volumes volumes, HostPorts ports, Supplier<Instant> clock) {
        this.docker = docker;
        this.registry = registry;
        this.news = news;
        this.volumes = volumes;
        this.ports = ports;
        this.clock = clock;
    }

    /** Stops a container that runs; one that is not made yet never will be. */
    void stop(Slot slot, Duration timeout) {
        slot.giveUp();
        if (slot.last().status() == ContainerStatus.NONE && slot.docker().isEmpty()) {
            tell(slot, ContainerError.neverPulled());
        }
        slot.work.lock();
        try {
            slot.docker().ifPresent(id -> stopMade(slot, id, timeout));
        } finally {
            slot.work.unlock();
        }
    }

    private void stopMade(Slot slot, String id, Duration timeout) {
        try {
            docker.within(Patience.stop(timeout))
                    .stopContainerCmd(id)
                    .withTimeout((int) timeout.toSeconds())
                    .exec();
            look(slot);
        } catch (NotModifiedException stopped) {
            look(slot);
        } catch (NotFoundException gone) {
            tell(slot, ContainerError.vanished());
        } catch (RuntimeException failure) {
            var error = Failures.error(failure, "CannotStopContainerError", "stopped", Patience.stop(timeout));
            news.tell(slot, slot.last().with(error));
        }
    }

    /** Has it be told how a container is now. */
    void look(Slot slot) {
        if (slot.isLaunched()) {
            news.tell(slot, now(slot));
        } else if (slot.isGivenUp() && slot.last().status() == ContainerStatus.CREATED) {
            tell(slot, ContainerError.neverPulled());
        }
    }

    /** How a container is now: what the engine says, or what was told last where it says nothing of this run yet. */
    ContainerSeen now(Slot slot) {
        return slot.docker()
                .filter(id -> slot.isLaunched())
                .map(id -> inspect(slot, id))
                .orElseGet(slot::last);
    }

    private ContainerSeen inspect(Slot slot, String id) {
        try {
            var container =
                    docker.within(Patience.INSPECT).inspectContainerCmd(id).exec();
            return Inspection.seen(slot.id(), slot.run(), container);
        } catch (NotFoundException gone) {
            return ContainerSeen.failed(slot.id(), slot.run(), ContainerError.vanished(), clock.get());
        }
    }

    /** Removes everything that a task has. */
    void remove(TaskId task) {
        for (var slot : registry.of(task)) {
            slot.giveUp();
            slot.work.lock();
            try {
                slot.docker().ifPresent(this::remove);
                ports.giveBack(slot.ports().dynamic());
            } finally {
                slot.work.unlock();
            }
        }
        volumes.remove(task);
        registry.forget(task);
    }

    private void remove(String id) {
        try {
            docker.within(Patience.REMOVE)
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // It is gone, or about to go.
        }
    }

    private void tell(Slot slot, ContainerError error) {
        news.tell(slot, ContainerSeen.failed(slot.id(), slot.run(), error, clock.get()));
    }
}
