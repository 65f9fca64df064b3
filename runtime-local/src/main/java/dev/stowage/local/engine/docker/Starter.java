package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes and starts containers: pulls, volumes, the container itself, and what the engine says to all that. */
final class Starter {

    private static final String ALLOCATED = "port is already allocated";
    private static final String IN_USE = "address already in use";

    /** How often other host ports are tried where somebody else was faster. */
    private static final int PORT_TRIES = 5;

    private final Docker docker;
    private final Registry registry;
    private final News news;
    private final Recipe recipe;
    private final Images images;
    private final Volumes volumes;
    private final HostPorts ports;
    private final PauseImage pauseImage;
    private final Supplier<Instant> clock;

    Starter(
            Docker docker,
            Registry registry,
            News news,
            Recipe recipe,
            Images images,
            Volumes volumes,
            HostPorts ports,
            Supplier<Instant> clock) {
        this.docker = docker;
        this.registry = registry;
        this.news = news;
        this.recipe = recipe;
        this.images = images;
        this.volumes = volumes;
        this.ports = ports;
        this.pauseImage = PauseImage.on(docker);
        this.clock = clock;
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
            tell(slot, run, failure.error());
        } catch (Volumes.Failure failure) {
            tell(slot, run, failure.error());
        } catch (RuntimeException failure) {
            tell(slot, run, new ContainerError("ResourceInitializationError", Failures.text(failure)));
        }
    }

    private void startApp(Slot slot, int run) {
        var task = slot.booking().setup();
        var setup = task.container(slot.id().name()).orElseThrow();
        var image = images.ensure(setup.image(), task.platform().image(), setup.login());
        if (slot.isGivenUp()) {
            return;
        }
        tell(slot, run, ContainerStatus.PULLED);
        work(slot, run, () -> {
            var sources = volumes.ensure(slot.id().task(), slot.booking());
            var pause = registry.pause(slot.id().task());
            createAndStart(slot, run, setup, new Ground(image, pause, sources, PortPlan.NONE, Optional.empty()));
        });
    }

    /** Does it when nothing else is done with the container, unless nobody wants it any more then. */
    private void work(Slot slot, int run, Runnable work) {
        slot.work.lock();
        try {
            if (slot.isGivenUp()) {
                tell(slot, run, ContainerError.neverPulled());
            } else {
                work.run();
            }
        } finally {
            slot.work.unlock();
        }
    }

    private void startPause(Slot slot, int run) {
        pauseImage.ensure();
        tell(slot, run, ContainerStatus.PULLED);
        if (create(slot, run, () -> recipe.pause(slot.id(), slot.booking(), pauseImage.name()))) {
            startMade(slot, run);
        }
    }

    private void createAndStart(Slot slot, int run, ContainerSetup setup, Ground ground) {
        for (var tries = 1; ; tries++) {
            var plan = isBridged(slot) ? PortPlan.of(setup, ports) : PortPlan.NONE;
            slot.bind(plan);
            var whole = new Ground(ground.image(), ground.pause(), ground.volumes(), plan, ground.logSocket());
            if (!create(slot, run, () -> recipe.app(slot.id(), slot.booking(), setup, whole))) {
                return;
            }
            var refusal = launch(slot);
            if (refusal.isEmpty()) {
                tellState(slot, run);
                return;
            }
            var lostRace = !plan.dynamic().isEmpty() && isPortTaken(refusal.get()) && tries < PORT_TRIES;
            if (!lostRace) {
                tell(slot, run, refusal.get());
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
                .ifPresent(id -> docker.within(Patience.REMOVE)
                        .removeContainerCmd(id)
                        .withRemoveVolumes(true)
                        .exec());
        registry.unmade(slot);
    }

    private boolean create(Slot slot, int run, Supplier<CreateContainerCmd> command) {
        try {
            registry.made(slot, id(command));
            tell(slot, run, ContainerStatus.CREATED);
            return true;
        } catch (RuntimeException failure) {
            tell(slot, run, Failures.error(failure, "CannotCreateContainerError", "created", Patience.CREATE));
            return false;
        }
    }

    /** A container of that name is ours: its name follows from run and task. */
    private String id(Supplier<CreateContainerCmd> command) {
        try {
            return command.get().exec().getId();
        } catch (ConflictException there) {
            var name = command.get().getName();
            return docker.within(Patience.INSPECT)
                    .inspectContainerCmd(String.valueOf(name))
                    .exec()
                    .getId();
        } catch (NotFoundException gone) {
            // Another run may have removed the pause image with the last of its own containers.
            pauseImage.ensure();
            return command.get().exec().getId();
        }
    }

    private void startMade(Slot slot, int run) {
        var refusal = launch(slot);
        if (refusal.isPresent()) {
            tell(slot, run, refusal.get());
        } else {
            tellState(slot, run);
        }
    }

    private Optional<ContainerError> launch(Slot slot) {
        try {
            docker.within(Patience.START)
                    .startContainerCmd(slot.docker().orElseThrow())
                    .exec();
            return Optional.empty();
        } catch (NotModifiedException running) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Failures.error(failure, "CannotStartContainerError", "running", Patience.START));
        }
    }

    private void tellState(Slot slot, int run) {
        slot.launched(run);
        var container = docker.within(Patience.INSPECT)
                .inspectContainerCmd(slot.docker().orElseThrow())
                .exec();
        if (Recipe.isPause(slot.id())) {
            registry.paused(slot.id().task(), Pauses.read(container, docker.facts()));
        }
        news.tell(slot, Inspection.seen(slot.id(), run, container));
    }

    private void tell(Slot slot, int run, ContainerStatus status) {
        news.tell(slot, ContainerSeen.at(slot.id(), run, status, clock.get()));
    }

    private void tell(Slot slot, int run, ContainerError error) {
        news.tell(slot, ContainerSeen.failed(slot.id(), run, error, clock.get()));
    }
}
