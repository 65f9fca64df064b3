package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerStatus;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the engine make and start single containers, and tells what it says to that. */
final class Launcher {

    private final Workshop shop;
    private final PauseImage pauseImage;

    Launcher(Workshop shop) {
        this.shop = shop;
        this.pauseImage = PauseImage.on(shop.docker());
    }

    /** Discards one that was made and could not be started. */
    void discard(Slot slot) {
        slot.docker()
                .ifPresent(id -> shop.docker()
                        .within(Patience.REMOVE)
                        .removeContainerCmd(id)
                        .withRemoveVolumes(true)
                        .exec());
        shop.registry().unmade(slot);
    }

    /** Makes one; whether that went well, which is told. */
    boolean create(Slot slot, int run, Supplier<CreateContainerCmd> command) {
        try {
            shop.registry().made(slot, id(command));
            shop.tell(slot, run, ContainerStatus.CREATED);
            return true;
        } catch (RuntimeException failure) {
            shop.tell(slot, run, Failures.error(failure, "CannotCreateContainerError", "created", Patience.CREATE));
            return false;
        }
    }

    /** A container of that name is ours: its name follows from run and task. */
    private String id(Supplier<CreateContainerCmd> command) {
        try {
            return command.get().exec().getId();
        } catch (ConflictException there) {
            var name = command.get().getName();
            return shop.inspect(String.valueOf(name)).getId();
        } catch (NotFoundException gone) {
            // Another run may have removed the pause image with the last of its own containers.
            pauseImage.ensure();
            return command.get().exec().getId();
        }
    }

    /** Starts one that is made, and tells what comes of it. */
    void start(Slot slot, int run) {
        var refusal = launch(slot);
        if (refusal.isPresent()) {
            shop.tell(slot, run, refusal.get());
        } else {
            tellState(slot, run);
        }
    }

    /** Starts one that is made; why the engine refused it, which is not told. */
    Optional<ContainerError> launch(Slot slot) {
        try {
            shop.docker()
                    .within(Patience.START)
                    .startContainerCmd(slot.docker().orElseThrow())
                    .exec();
            return Optional.empty();
        } catch (NotModifiedException running) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Failures.error(failure, "CannotStartContainerError", "running", Patience.START));
        }
    }

    /** A container that was started runs, unless something is known to have happened to it since; its end is told later. */
    void tellState(Slot slot, int run) {
        var happened = slot.launched(run);
        if (slot.steady() != ContainerStatus.RUNNING) {
            shop.tell(slot, run, ContainerStatus.RUNNING);
        }
        if (happened || Recipe.isPause(slot.id())) {
            inspect(slot, run);
        } else {
            shop.tell(slot, run, ContainerStatus.RUNNING);
        }
    }

    private void inspect(Slot slot, int run) {
        var container = shop.inspect(slot.docker().orElseThrow());
        if (Recipe.isPause(slot.id())) {
            shop.registry()
                    .paused(
                            slot.id().task(),
                            Pauses.read(container, shop.docker().facts()));
        }
        var seen = Inspection.seen(slot, run, container);
        shop.notices().saw(slot, seen, container);
        shop.news().tell(slot, seen);
    }
}
