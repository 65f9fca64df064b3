package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;

/** Stops containers, removes them, and looks at them. */
final class Stopper {

    private final Workshop shop;

    Stopper(Workshop shop) {
        this.shop = shop;
    }

    /** Stops a container that runs; one that is not made yet never will be. */
    void stop(Slot slot, Duration timeout) {
        slot.giveUp();
        if (!slot.last().status().reached(ContainerStatus.PULLED)
                && slot.docker().isEmpty()) {
            shop.tell(slot, slot.run(), ContainerError.neverPulled());
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
            shop.docker()
                    .within(Patience.stop(timeout))
                    .stopContainerCmd(id)
                    .withTimeout((int) timeout.toSeconds())
                    .exec();
            look(slot);
        } catch (NotModifiedException stopped) {
            look(slot);
        } catch (NotFoundException gone) {
            shop.tell(slot, slot.run(), ContainerError.vanished());
        } catch (RuntimeException failure) {
            var error = Failures.error(failure, "CannotStopContainerError", "stopped", Patience.stop(timeout));
            shop.news().tell(slot, slot.last().with(error));
        }
    }

    /** Ends a container without a word to it. */
    void kill(Slot slot) {
        slot.giveUp();
        strike(slot);
    }

    /** The same, for one that may be started again. */
    void strike(Slot slot) {
        slot.docker().ifPresent(id -> {
            try {
                shop.docker().within(Patience.INSPECT).killContainerCmd(id).exec();
            } catch (NotFoundException | ConflictException ended) {
                // It does not run.
            }
        });
    }

    /** Has it be told how a container is now. */
    void look(Slot slot) {
        if (slot.isLaunched()) {
            shop.news().tell(slot, now(slot));
        } else if (slot.isGivenUp() && slot.last().status() == ContainerStatus.CREATED) {
            shop.tell(slot, slot.run(), ContainerError.neverPulled());
        } else {
            slot.missed();
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
            var container = shop.docker()
                    .within(Patience.INSPECT)
                    .inspectContainerCmd(id)
                    .exec();
            var seen = Inspection.seen(slot, slot.run(), container);
            shop.notices().saw(slot, seen, container);
            return seen;
        } catch (NotFoundException gone) {
            return ContainerSeen.failed(
                    slot.id(),
                    slot.run(),
                    ContainerError.vanished(),
                    shop.clock().get());
        }
    }

    /** Removes everything that a task has. */
    void remove(TaskId task) {
        var slots = new ArrayList<>(shop.registry().of(task));
        // The pause container last: the groups of the others lie in its own.
        slots.sort(Comparator.comparing(slot -> Recipe.isPause(slot.id())));
        for (var slot : slots) {
            slot.giveUp();
            slot.work.lock();
            try {
                slot.docker().ifPresent(this::remove);
                shop.ports().giveBack(slot.ports().dynamic());
            } finally {
                slot.work.unlock();
            }
        }
        shop.registry().pause(task).map(Ground.Pause::ip).ifPresent(shop.leases()::giveBack);
        shop.volumes().remove(task);
        shop.registry().forget(task);
    }

    private void remove(String id) {
        try {
            shop.docker()
                    .within(Patience.REMOVE)
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // It is gone, or about to go.
        }
    }
}
