package dev.stowage.local.run;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.run.Machine.Address;
import dev.stowage.local.stack.Published;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.traffic.Forward;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.traffic.TrafficSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The ports of containers that {@code local.yaml} opens on the loopback of this machine, from the order to start a container
 * until its end. The first container has the port that is wanted, the next one that beside it. When a container with the wanted
 * port ends, the newest other one gets it, so that a debugger finds what was deployed last.
 */
final class DebugPorts implements Engine {

    /** How many ports beside the wanted one are tried before any. */
    private static final int BESIDE = 20;

    private static final int LAST = 65_535;

    private final Engine containers;
    private final Traffic traffic;
    private final Function<ContainerId, List<Published>> published;
    private final BiFunction<ContainerId, Integer, Optional<InetSocketAddress>> places;
    private final Consumer<String> progress;
    private final List<Door> doors = new ArrayList<>();

    /**
     * Ports of the containers of that engine.
     *
     * @param published what is open of a container
     * @param places where this machine reaches a port of a container, once it does
     * @param progress told where a port is
     */
    DebugPorts(
            Engine containers,
            Traffic traffic,
            Function<ContainerId, List<Published>> published,
            BiFunction<ContainerId, Integer, Optional<InetSocketAddress>> places,
            Consumer<String> progress) {
        this.containers = containers;
        this.traffic = traffic;
        this.published = published;
        this.places = places;
        this.progress = progress;
    }

    private record Door(ContainerId container, Published wanted, Forward forward) {}

    /** Where the ports are. */
    synchronized List<Address> addresses() {
        return doors.stream()
                .map(one -> new Address(
                        one.container().name(),
                        one.wanted().port(),
                        URI.create("tcp://" + TrafficSettings.LOOPBACK + ":"
                                + one.forward().port())))
                .toList();
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Start start) {
            open(start.container());
        } else if (order instanceof Order.Remove remove) {
            close(door -> door.container().task().equals(remove.task()));
        }
        containers.begin(order);
    }

    /** Opens what is to be open of a container. */
    synchronized void open(ContainerId container) {
        if (doors.stream().noneMatch(one -> one.container().equals(container))) {
            published.apply(container).forEach(one -> open(container, one));
        }
    }

    private void open(ContainerId container, Published wanted) {
        var ports = IntStream.concat(
                IntStream.rangeClosed(wanted.host(), Math.min(wanted.host() + BESIDE, LAST)), IntStream.of(0));
        ports.mapToObj(port -> door(container, wanted, port))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(door -> {
                    doors.add(door);
                    tell(door);
                });
    }

    private Optional<Door> door(ContainerId container, Published wanted, int port) {
        return traffic.forward(TrafficSettings.LOOPBACK, port, () -> place(container, wanted))
                .map(forward -> new Door(container, wanted, forward));
    }

    private List<InetSocketAddress> place(ContainerId container, Published wanted) {
        return places.apply(container, wanted.port()).stream().toList();
    }

    private void tell(Door door) {
        var port = door.forward().port();
        progress.accept("Port " + door.wanted().port() + " of container `"
                + door.container().name() + "` of task "
                + Story.shortened(door.container().task()) + " is at "
                + TrafficSettings.LOOPBACK + ":" + port
                + (port == door.wanted().host() ? "." : "; " + door.wanted().host() + " is in use."));
    }

    @Override
    public List<Seen> changes() {
        var seen = containers.changes();
        for (var one : seen) {
            if (one instanceof ContainerSeen container && container.status() == ContainerStatus.STOPPED) {
                close(door -> door.container().equals(container.container()));
            }
        }
        return seen;
    }

    @Override
    public List<Seen> everything() {
        return containers.everything();
    }

    private synchronized void close(Predicate<Door> which) {
        var ended = doors.stream().filter(which).toList();
        doors.removeAll(ended);
        for (var door : ended) {
            door.forward().close();
            if (door.forward().port() == door.wanted().host()) {
                handOn(door);
            }
        }
    }

    private void handOn(Door ended) {
        var others = doors.stream()
                .filter(one -> one.wanted().equals(ended.wanted())
                        && one.container().name().equals(ended.container().name()))
                .toList();
        if (!others.isEmpty()) {
            var newest = others.get(others.size() - 1);
            door(newest.container(), newest.wanted(), ended.wanted().host()).ifPresent(door -> {
                doors.add(door);
                tell(door);
            });
        }
    }
}
