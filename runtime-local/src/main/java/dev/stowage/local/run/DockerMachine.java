package dev.stowage.local.run;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.RunSettings;
import dev.stowage.local.engine.docker.Sweep;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.traffic.TrafficSettings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** The Docker engine of this machine, with load balancers before it. */
public final class DockerMachine implements Machine {

    private final Docker docker;
    private final DockerEngine engine;
    private final Traffic traffic;
    private final Engine junction;
    private final Book book = new Book();
    private final List<Address> addresses = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Runnable listener = () -> {};

    private DockerMachine(Docker docker, RunId run, TimeScale scale) {
        this.docker = docker;
        Runnable bell = () -> listener.run();
        var settings = RunSettings.standard(Instant::now).waking(bell);
        this.traffic = Traffic.open(TrafficSettings.STANDARD.scaled(scale), bell);
        this.engine = DockerEngine.open(docker, run, book, settings);
        this.junction = new Junction(engine, new TargetDesk(traffic, book::links, engine::address));
    }

    /**
     * Connects to the engine, and makes ready for a run.
     *
     * @throws dev.stowage.local.engine.docker.EngineTrouble if there is no engine, or it will not do what a run needs
     */
    public static DockerMachine open(RunId run, TimeScale scale, Consumer<String> progress) {
        return new DockerMachine(Docker.connect(), run, scale);
    }

    /** The runs that have something on the engine. */
    public static List<RunId> left() {
        try (var docker = Docker.connect()) {
            return List.copyOf(Sweep.of(docker).runs());
        }
    }

    /** Removes everything that a run has on the engine. */
    public static void sweep(RunId run) {
        try (var docker = Docker.connect()) {
            Sweep.of(docker).remove(run);
        }
    }

    @Override
    public Engine engine() {
        return junction;
    }

    @Override
    public void onNews(Runnable somebody) {
        listener = somebody;
    }

    @Override
    public synchronized void take(Wanted wanted, Consumer<String> progress) {
        book.take(wanted.stack());
        var served = traffic.serve(wanted.balancers(), wanted.groups());
        addresses.clear();
        for (var one : served.addresses()) {
            addresses.add(new Address(one.balancer(), URI.create(one.url())));
        }
        for (var refusal : served.refusals()) {
            progress.accept("Listener `" + refusal.listener() + "` cannot listen at " + refusal.host() + ":"
                    + refusal.port() + ": " + refusal.why());
        }
    }

    @Override
    public void tasks(Function<TaskId, Optional<Task>> tasks) {
        book.tasks(tasks);
    }

    @Override
    public void knows(TaskId task, TaskSetup setup) {
        book.knows(task, setup);
    }

    @Override
    public List<Left> adopt(LocalStack stack) {
        return List.of();
    }

    @Override
    public synchronized List<Address> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public Optional<String> addressOf(TaskId task) {
        return engine.address(task).map(address -> address.ip());
    }

    @Override
    public Optional<String> idOf(ContainerId container) {
        return Optional.empty();
    }

    @Override
    public void logs(ContainerId container, boolean follow, Consumer<String> lines) {}

    @Override
    public int exec(ContainerId container, List<String> command, Consumer<String> out, Consumer<String> err) {
        return 0;
    }

    @Override
    public void kill(ContainerId container) {}

    @Override
    public void kill() {}

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            traffic.close();
            engine.removeAll();
            engine.close();
            docker.close();
        }
    }
}
