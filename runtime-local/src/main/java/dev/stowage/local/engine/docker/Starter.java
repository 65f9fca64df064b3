package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.TaskId;

/** Brings containers up: pulls, volumes, ports, the container itself. */
final class Starter {

    private static final String ALLOCATED = "port is already allocated";
    private static final String LIMIT_REFUSED = "error setting rlimit";
    private static final String IN_USE = "address already in use";

    /** How often other host ports are tried where somebody else was faster. */
    private static final int PORT_TRIES = 5;

    private final Workshop shop;
    private final Recipe recipe;
    private final Images images;
    private final Pins pins;
    private final Launcher launcher;
    private final PauseStarter pauses;
    private final LogSockets logSockets;

    Starter(Workshop shop, RunId run, Recipe recipe, Images images, Pins pins) {
        this.shop = shop;
        this.recipe = recipe;
        this.images = images;
        this.pins = pins;
        this.launcher = new Launcher(shop);
        this.pauses = new PauseStarter(shop, recipe, launcher);
        this.logSockets = new LogSockets(shop, run);
    }

    /** Starts a container for the first time, or once more; whatever comes of it is told. */
    void start(Slot slot, int run) {
        try {
            if (run > 1 && slot.docker().isPresent()) {
                work(slot, run, () -> launcher.start(slot, run));
            } else if (Recipe.isPause(slot.id())) {
                work(slot, run, () -> pauses.start(slot, run));
            } else {
                startApp(slot, run);
            }
        } catch (PullFailure failure) {
            shop.tell(slot, run, failure);
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
        var setup = slot.booking().setup().container(slot.id().name()).orElseThrow();
        var image = pins.ensure(slot.booking(), setup, () -> shop.tell(slot, run, ContainerStatus.MANIFEST_PULLED));
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

    private void createAndStart(Slot slot, int run, ContainerSetup setup, Ground ground) {
        for (var tries = 1; ; tries++) {
            var plan = isBridged(slot) ? PortPlan.of(setup, shop.ports()) : PortPlan.NONE;
            slot.bind(plan);
            var whole = new Ground(ground.image(), ground.pause(), ground.volumes(), plan, ground.logs());
            if (!launcher.create(slot, run, () -> recipe.app(slot.id(), slot.booking(), setup, whole))) {
                return;
            }
            logSockets.configure(slot);
            var refusal = launcher.launch(slot);
            if (refusal.isEmpty()) {
                launcher.tellState(slot, run);
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
            launcher.discard(slot);
        }
    }

    private static boolean isBridged(Slot slot) {
        return slot.booking().setup().network() == NetworkMode.BRIDGE;
    }

    private static boolean isPortTaken(ContainerError refusal) {
        return refusal.message().contains(ALLOCATED) || refusal.message().contains(IN_USE);
    }
}
