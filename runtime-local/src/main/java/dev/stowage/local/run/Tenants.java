package dev.stowage.local.run;

import dev.stowage.local.endpoint.Interface;
import dev.stowage.local.endpoint.Made;
import dev.stowage.local.endpoint.Resident;
import dev.stowage.local.endpoint.Residents;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.engine.docker.Booking;
import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.MadeContainer;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks of a run, for what answers their questions about themselves. */
final class Tenants implements Residents {

    private final Book book;
    private volatile Optional<DockerEngine> engine = Optional.empty();

    /** What the engine said of a container does not change while that runs. */
    private final Map<ContainerId, MadeContainer> made = new ConcurrentHashMap<>();

    Tenants(Book book) {
        this.book = book;
    }

    /** They live there; before, there are none. */
    void moveTo(DockerEngine other) {
        engine = Optional.of(other);
    }

    @Override
    public List<Resident> all() {
        var all = new ArrayList<Resident>();
        for (var task : book.live()) {
            book.booking(task).ifPresent(booking -> all.add(resident(task, booking)));
        }
        made.keySet()
                .removeIf(id -> all.stream().noneMatch(one -> one.task().id().equals(id.task())));
        return all;
    }

    private Resident resident(Task task, Booking booking) {
        var containers = new HashMap<String, Made>();
        for (var container : task.containers()) {
            var name = container.definition().name();
            made(new ContainerId(task.id(), name)).ifPresent(one -> containers.put(name, made(one, task.id(), name)));
        }
        var home = book.stack().map(one -> one.home()).orElse(new Home("us-east-1", Home.NO_ACCOUNT));
        return new Resident(
                task,
                booking.setup(),
                home,
                booking.arn(),
                booking.cluster(),
                booking.service(),
                network(task, booking),
                containers);
    }

    private Optional<MadeContainer> made(ContainerId id) {
        var known = Optional.ofNullable(made.get(id));
        if (known.isPresent()) {
            return known;
        }
        var fresh = engine.flatMap(it -> it.made(id));
        fresh.filter(MadeContainer::isStarted).ifPresent(one -> made.put(id, one));
        return fresh;
    }

    private Made made(MadeContainer one, TaskId task, String name) {
        var ports = engine.flatMap(it -> it.address(task)).map(TaskAddress::bindings).orElse(List.of()).stream()
                .filter(port -> port.container().equals(name))
                .map(port -> new Made.Port(port.port(), port.hostPort(), port.protocol(), "127.0.0.1"))
                .toList();
        return new Made(
                one.id(),
                one.name(),
                one.imageId(),
                one.labels(),
                one.created(),
                one.logDriver(),
                one.logOptions(),
                ports);
    }

    private Optional<Interface> network(Task task, Booking booking) {
        return booking.setup().network() == NetworkMode.AWSVPC
                ? engine.flatMap(it -> network(task.id(), it))
                : Optional.empty();
    }

    private Optional<Interface> network(TaskId task, DockerEngine on) {
        var mac = made(new ContainerId(task, TaskDefinition.PAUSE)).map(MadeContainer::mac);
        var bits = on.block().substring(on.block().indexOf('/'));
        return on.address(task)
                .map(address -> new Interface(address.ip(), mac.orElse(""), on.block(), on.gateway() + bits));
    }

    @Override
    public Optional<String> stats(ContainerId container) {
        return engine.flatMap(it -> it.stats().latest(container));
    }

    @Override
    public void protect(TaskId task, Instant until) {
        book.protect(task, until);
    }

    @Override
    public void unprotect(TaskId task) {
        book.protect(task, Instant.EPOCH);
    }
}
