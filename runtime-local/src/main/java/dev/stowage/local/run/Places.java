package dev.stowage.local.run;

import dev.stowage.local.dns.Zone;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.MadeContainer;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.traffic.TrafficSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Where what belongs to a run is: for its tasks by name, for this machine by address. */
final class Places {

    private final Book book;
    private final DockerEngine engine;

    Places(Book book, DockerEngine engine) {
        this.book = book;
        this.engine = engine;
    }

    /** The names of Cloud Map, as the tasks are now. */
    Zone zone() {
        var names = new CloudMap(engine::address, engine.gateway());
        return book.stack().map(stack -> names.zone(stack, book.live())).orElseGet(() -> Zone.of(List.of(), List.of()));
    }

    /** Where this machine reaches a port of a container. */
    Optional<InetSocketAddress> of(ContainerId container, int port) {
        var ip = engine.address(container.task()).map(TaskAddress::ip);
        // In bridge mode a task has no address, only its containers have; in host mode they are at the loopback.
        var own = ip.filter(TrafficSettings.LOOPBACK::equals)
                .flatMap(it -> engine.made(container))
                .map(MadeContainer::ip)
                .filter(it -> !it.isEmpty());
        return own.or(() -> ip).map(it -> InetSocketAddress.createUnresolved(it, port));
    }
}
