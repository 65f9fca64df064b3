package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What everybody needs who works on the containers of a run.
 *
 * @param docker the engine
 * @param registry what the run has on it
 * @param news where what was seen is told
 * @param notices where what lies behind it is told
 * @param volumes the volumes of its tasks
 * @param ports the ports of this machine
 * @param leases the addresses of its tasks
 * @param clock what time it is
 */
record Workshop(
        Docker docker,
        Registry registry,
        News news,
        Notices notices,
        Volumes volumes,
        HostPorts ports,
        Leases leases,
        Supplier<Instant> clock) {

    /** Has it be told how far a container has come. */
    void tell(Slot slot, int run, ContainerStatus status) {
        news.tell(slot, ContainerSeen.at(slot.id(), run, status, clock.get()));
    }

    /** Has it be told how far a container has come that was not asked to start yet. */
    void tell(ContainerId id, ContainerStatus status) {
        news.tell(ContainerSeen.at(id, 0, status, clock.get()));
    }

    /** Has it be told that a container never came to a process, and why. */
    void tell(Slot slot, int run, ContainerError error) {
        notices.failed(slot, error);
        news.tell(slot, ContainerSeen.failed(slot.id(), run, error, clock.get()));
    }

    /** The same, of one that has no image. */
    void tell(Slot slot, int run, PullFailure failure) {
        notices.failed(slot, failure);
        news.tell(slot, ContainerSeen.failed(slot.id(), run, failure.error(), clock.get()));
    }

    /** What the engine says of a container. */
    InspectContainerResponse inspect(String id) {
        return docker.within(Patience.INSPECT).inspectContainerCmd(id).exec();
    }
}
