package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ImageBuild;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The containers of one run on a Docker engine. Orders about containers are carried out here; those about target groups are
 * for somebody else. Orders are given, and changes taken, on one thread; the work is done on others.
 */
public final class DockerEngine implements Engine, AutoCloseable {

    private static final Duration LAST_WORK = Duration.ofSeconds(30);

    private final Docker docker;
    private final RunId run;
    private final TaskBook book;
    private final Supplier<Instant> clock;
    private final Registry registry = new Registry();
    private final Networks networks;
    private final RunNetwork network;
    private final Volumes volumes;
    private final News news;
    private final Images images;
    private final Consumer<Diagnostic> notices;
    private final Starter starter;
    private final Stopper stopper;
    private final Recovery recovery;
    private final ImageBuilder builder;
    private final ContainerStreams streams;
    private final ContainerStats stats;
    private final EventStream events;
    private final ExecutorService workers;

    private DockerEngine(Docker docker, RunId run, TaskBook book, RunSettings settings) {
        this.docker = docker;
        this.run = run;
        this.book = book;
        this.clock = settings.clock();
        this.news = new News(settings.wake());
        this.networks = Networks.of(docker, AddressPool.STANDARD);
        this.network = networks.ensure(run);
        shareLinkLocal(settings);
        this.volumes = new Volumes(docker, run);
        this.images = new Images(docker, settings.pull(), MachineLogins.ofUser(), settings.progress());
        this.notices = settings.notices();
        var told = new Notices(settings.notices());
        var recipe = new Recipe(docker, run, network, settings.around());
        var leases = Leases.of(network);
        var shop = new Workshop(docker, registry, news, told, volumes, HostPorts.ofThisMachine(), leases, clock);
        var pins = new Pins(images);
        this.starter = new Starter(shop, run, recipe, images, pins);
        this.stopper = new Stopper(shop);
        var command = new BuildCommand("docker", docker.address());
        this.builder = new ImageBuilder(docker, run, command, settings.progress(), settings.notices());
        this.recovery = new Recovery(docker, run, registry, leases, pins, clock);
        this.streams = new ContainerStreams(docker, registry);
        this.stats = new ContainerStats(docker, registry);
        this.workers = Executors.newCachedThreadPool(DockerEngine::worker);
        this.events = EventStream.open(docker, run, new Ears(), clock.get());
    }

    /** A run goes on where somebody else uses these addresses; its tasks get no answers there. */
    private void shareLinkLocal(RunSettings settings) {
        try {
            networks.ensureLinkLocal();
        } catch (EngineTrouble taken) {
            settings.notices().accept(taken.diagnostic());
        }
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "stowage-docker");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The containers of that run: its network is there afterwards, and its events are listened to.
     *
     * @throws EngineTrouble if there are no addresses left for it
     */
    public static DockerEngine open(Docker docker, RunId run, TaskBook book, RunSettings settings) {
        return new DockerEngine(docker, run, book, settings);
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Start start) {
            start(start);
        } else if (order instanceof Order.Stop stop) {
            stop(stop);
        } else if (order instanceof Order.Remove remove) {
            workers.execute(() -> stopper.remove(remove.task()));
        }
    }

    private void start(Order.Start order) {
        var booking = book.find(order.task());
        if (booking.isEmpty()) {
            var error = new ContainerError("TaskStateError", "nobody knows task " + order.task() + " any more");
            news.tell(ContainerSeen.failed(order.container(), order.run(), error, clock.get()));
            return;
        }
        var isFirst = registry.of(order.task()).isEmpty();
        var slot = registry.slot(order.container(), () -> new Slot(order.container(), booking.get(), clock.get()));
        news.tell(slot, ContainerSeen.at(order.container(), order.run(), ContainerStatus.NONE, clock.get()));
        workers.execute(() -> starter.start(slot, order.run()));
        if (isFirst) {
            workers.execute(() -> starter.prepare(order.task(), booking.get()));
        }
    }

    private void stop(Order.Stop order) {
        var slot = registry.find(order.container());
        if (slot.isEmpty()) {
            news.tell(ContainerSeen.failed(order.container(), 1, ContainerError.vanished(), clock.get()));
        } else {
            workers.execute(() -> stopper.stop(slot.get(), order.timeout()));
        }
    }

    @Override
    public List<Seen> changes() {
        return news.take();
    }

    @Override
    public List<Seen> everything() {
        var forgotten = news.take();
        assert forgotten != null;
        var all = new ArrayList<Seen>();
        for (var slot : registry.all()) {
            var seen = stopper.now(slot);
            if (!seen.error().equals(Optional.of(ContainerError.vanished()))) {
                all.add(seen);
            }
        }
        return all;
    }

    /**
     * Builds an image on the engine, and waits for it. It goes with the run.
     *
     * @throws EngineTrouble if it cannot be built
     */
    public void build(ImageBuild build) {
        builder.build(build);
    }

    /** Where a task is reached by others of its run; empty while it has no address, and where it never gets one. */
    public Optional<TaskAddress> address(TaskId task) {
        return registry.address(task);
    }

    /** Where this machine reaches the ports of a task; differs from its address where the engine keeps that to itself. */
    public Optional<TaskAddress> reached(TaskId task) {
        return registry.reached(task);
    }

    /** How Docker calls a container; empty until it is made. */
    public Optional<String> idOf(ContainerId container) {
        return registry.find(container).flatMap(Slot::docker);
    }

    /** A container as the engine made it; empty until then. */
    public Optional<MadeContainer> made(ContainerId container) {
        return registry.find(container).flatMap(slot -> slot.docker().flatMap(id -> made(slot, id)));
    }

    private Optional<MadeContainer> made(Slot slot, String id) {
        try {
            var said = docker.within(Patience.INSPECT).inspectContainerCmd(id).exec();
            var secrets = slot.setup().map(it -> it.logging().secrets().keySet());
            return Optional.of(MadeContainer.of(said, secrets.orElse(Set.of())));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    /** The id of the image that a name means on the engine now; empty where there is none. */
    public Optional<String> imageId(String name) {
        return images.inspect(ImageName.of(name).toString()).map(ImageFacts::id);
    }

    /** The digest under which a registry knows the image of a container; empty for one that no registry knows. */
    public Optional<String> digest(ContainerId container) {
        return made(container).flatMap(it -> images.inspect(it.imageId())).flatMap(ImageFacts::digest);
    }

    /** The addresses of the run's network, such as {@code 10.200.0.0/20}. */
    public String block() {
        return network.block().toString();
    }

    /** The address that this machine has in the run's network. */
    public String gateway() {
        return network.gateway();
    }

    /**
     * Addresses of this machine that containers reach: the one in the run's network, and further ones, each in a network of its
     * own without containers.
     *
     * @param count how many, 1 or more
     */
    public List<String> gateways(int count) {
        var all = new ArrayList<>(List.of(network.gateway()));
        if (count > 1) {
            networks.doors(run, count - 1).forEach(door -> all.add(door.gateway()));
        }
        return List.copyOf(all);
    }

    /** The logs of the containers, and commands in them. */
    public ContainerStreams streams() {
        return streams;
    }

    /** What the containers use. */
    public ContainerStats stats() {
        return stats;
    }

    /** The tasks that an earlier process of this run left on the engine. */
    public List<LeftTask> left() {
        return recovery.left();
    }

    /** Takes over a task that was noted down to be like that, and tells how its containers are now. */
    public void adopt(Task task, Booking booking) {
        recovery.adopt(task, booking).forEach(stopper::look);
    }

    /** Whether a container was started for the run that was asked for last, whatever became of it. */
    public boolean isLaunched(ContainerId container) {
        return registry.find(container).filter(Slot::isLaunched).isPresent();
    }

    /** Takes over a task that is left, and tells how its containers are; whatever was restarted counts as its first run. */
    public void adopt(LeftTask task, Booking booking) {
        recovery.adopt(task.id(), booking).forEach(stopper::look);
    }

    /** Removes a task that is left and that nobody wants. */
    public void discard(LeftTask task) {
        Sweep.of(docker).remove(run, task.id());
    }

    /** Kills a container, as if it had died by itself. What comes of it is seen later. */
    public void kill(ContainerId container) {
        registry.find(container).ifPresent(slot -> workers.execute(() -> stopper.strike(slot)));
    }

    /** Kills all containers at once, pause containers excepted, which end as ever. What comes of it is seen later. */
    public void kill() {
        registry.apps().forEach(slot -> workers.execute(() -> stopper.kill(slot)));
    }

    /** Removes everything that the run has on the engine: containers, volumes, images, its network. It takes no order after. */
    public void removeAll() {
        events.close();
        images.end();
        registry.all().forEach(Slot::giveUp);
        registry.apps().forEach(stopper::kill);
        workers.shutdown();
        try {
            // What is being started or stopped has to come to its end: an engine that removes it meanwhile may lose
            // count of
            // what is in its networks.
            if (!workers.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow().clear();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Sweep.of(docker).remove(run);
    }

    /** Stops listening. What runs goes on running. */
    @Override
    public void close() {
        stats.close();
        events.close();
        workers.shutdown();
    }

    private final class Ears implements EventStream.Listener {

        @Override
        public void happened(String container, String action) {
            if (action.equals("die") || action.equals("destroy") || action.startsWith("health_status")) {
                registry.find(container).ifPresent(stopper::look);
            }
        }

        @Override
        public void lost() {
            notices.accept(Gap.ENGINE
                    .at(
                            Origin.NOWHERE,
                            "the Docker engine does not answer any more; containers go on, and this run does once it is back")
                    .fix("Start Docker again (`sudo systemctl start docker`)."));
        }

        @Override
        public void reconnected() {
            workers.execute(() -> registry.all().forEach(this::look));
        }

        private void look(Slot slot) {
            try {
                stopper.look(slot);
            } catch (RuntimeException gone) {
                // The engine is gone again; everything is looked at when it is back the next time.
            }
        }
    }
}
