package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.TaskId;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes and starts containers: pulls, volumes, the container itself, and what the engine says to all that. */
final class Starter {

    private static final String ALLOCATED = "port is already allocated";
    private static final String LIMIT_REFUSED = "error setting rlimit";
    private static final String IN_USE = "address already in use";

    /** How often other host ports are tried where somebody else was faster. */
    private static final int PORT_TRIES = 5;

    private final Workshop shop;
    private final Recipe recipe;
    private final Images images;
    private final PauseImage pauseImage;
    private final LogSockets logSockets;

    Starter(Workshop shop, RunId run, Recipe recipe, Images images) {
        this.shop = shop;
        this.recipe = recipe;
        this.images = images;
        this.pauseImage = PauseImage.on(shop.docker());
        this.logSockets = new LogSockets(shop, run);
    }

    /** Starts a container for the first time, or once more; whatever comes of it is told. */
    void start(Slot slot, int run) {
        try {
            if (run > 1 && slot.docker().isPresent()) {
                work(slot, run, () -> startMade(slot, run));
            } else if (Recipe.isPause(slot.id())) {
                work(slot, run, () -> startPause(slot, run));
            } else {
                startApp(slot, run);
            }
        } catch (PullFailure failure) {
            shop.tell(slot, run, failure.error());
        } catch (Volumes.Failure failure) {
            shop.tell(slot, run, failure.error());
        } catch (RuntimeException failure) {
            shop.tell(slot, run, new ContainerError("ResourceInitializationError", Failures.text(failure)));
        }
    }

    /** Looks at the images of the containers of a task that wait for others, and tells which are there. */
    void prepare(TaskId task, Booking booking) {
        try {
            for (var one : booking.setup().definition().containers()) {
                if (!one.dependencies().isEmpty() && images.isThere(one.image())) {
                    var id = new ContainerId(task, one.name());
                    shop.tell(id, ContainerStatus.MANIFEST_PULLED);
                }
            }
        } catch (RuntimeException failure) {
            // Whoever needs the image is told then.
        }
    }

    private void startApp(Slot slot, int run) {
        var task = slot.booking().setup();
        var setup = task.container(slot.id().name()).orElseThrow();
        var image = images.ensure(
                setup.image(),
                task.platform().image(),
                setup.login(),
                () -> shop.tell(slot, run, ContainerStatus.MANIFEST_PULLED));
        if (slot.isGivenUp()) {
            return;
        }
        shop.notices().has(slot, image, shop.docker().facts());
        shop.tell(slot, run, ContainerStatus.PULLED);
        work(slot, run, () -> {
            var sources = shop.volumes().ensure(slot.id().task(), slot.booking());
            var pause = shop.registry().pause(slot.id().task());
            var socket = logSockets.ensure(slot);
            createAndStart(slot, run, setup, new Ground(image, pause, sources, PortPlan.NONE, socket));
        });
    }

    /** Does it when nothing else is done with the container, unless nobody wants it any more then. */
    private void work(Slot slot, int run, Runnable work) {
        slot.work.lock();
        try {
            if (slot.isGivenUp()) {
                shop.tell(slot, run, ContainerError.neverPulled());
            } else {
                work.run();
            }
        } finally {
            slot.work.unlock();
        }
    }

    private void startPause(Slot slot, int run) {
        pauseImage.ensure();
        shop.tell(slot, run, ContainerStatus.PULLED);
        if (create(slot, run, () -> recipe.pause(slot.id(), slot.booking(), pauseImage.name()))) {
            startMade(slot, run);
        }
    }

    private void createAndStart(Slot slot, int run, ContainerSetup setup, Ground ground) {
        for (var tries = 1; ; tries++) {
            var plan = isBridged(slot) ? PortPlan.of(setup, shop.ports()) : PortPlan.NONE;
            slot.bind(plan);
            var whole = new Ground(ground.image(), ground.pause(), ground.volumes(), plan, ground.logs());
            if (!create(slot, run, () -> recipe.app(slot.id(), slot.booking(), setup, whole))) {
                return;
            }
            logSockets.configure(slot);
            var refusal = launch(slot);
            if (refusal.isEmpty()) {
                tellState(slot, run);
                return;
            }
            var lostRace = !plan.dynamic().isEmpty() && isPortTaken(refusal.get()) && tries < PORT_TRIES;
            var isLimit = refusal.get().message().contains(LIMIT_REFUSED) && tries == 1;
            if (isLimit) {
                recipe.bound();
            }
            if (!lostRace && !isLimit) {
                shop.tell(slot, run, refusal.get());
                return;
            }
            discard(slot);
        }
    }

    private static boolean isBridged(Slot slot) {
        return slot.booking().setup().network() == NetworkMode.BRIDGE;
    }

    private static boolean isPortTaken(ContainerError refusal) {
        return refusal.message().contains(ALLOCATED) || refusal.message().contains(IN_USE);
    }

    private void discard(Slot slot) {
        slot.docker()
                .ifPresent(id -> shop.docker()
                        .within(Patience.REMOVE)
                        .removeContainerCmd(id)
                        .withRemoveVolumes(true)
                        .exec());
        shop.registry().unmade(slot);
    }

    private boolean create(Slot slot, int run, Supplier<CreateContainerCmd> command) {
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

    private void startMade(Slot slot, int run) {
        var refusal = launch(slot);
        if (refusal.isPresent()) {
            shop.tell(slot, run, refusal.get());
        } else {
            tellState(slot, run);
        }
    }

    private Optional<ContainerError> launch(Slot slot) {
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
    private void tellState(Slot slot, int run) {
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
