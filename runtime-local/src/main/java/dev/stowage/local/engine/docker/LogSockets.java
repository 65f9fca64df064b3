package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.task.ContainerId;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sockets over which the engine hands logs to FireLens routers, and the configuration of these. A socket lies in a volume
 * of its task, so that the engine finds it wherever it runs, and no file is left behind.
 */
final class LogSockets {

    private static final String VOLUME = "firelens";

    /** Where that volume is in a router. */
    static final String FOLDER = "/var/run";

    private static final String SOCKET = "/fluent.sock";

    private final Workshop shop;
    private final RunId run;

    LogSockets(Workshop shop, RunId run) {
        this.shop = shop;
        this.run = run;
    }

    /** How the logs of a container get to the router of its task; empty where the task has none. */
    Optional<Ground.LogPath> ensure(Slot slot) {
        return FireLens.router(slot.booking().setup()).map(router -> {
            var volume = volume(slot);
            return new Ground.LogPath(volume, shop.volumes().folder(volume) + SOCKET, host(slot, router));
        });
    }

    private String volume(Slot slot) {
        var labels = new LinkedHashMap<>(Labels.of(run));
        labels.put(Labels.TASK, slot.id().task().value());
        // The path of a socket has 108 bytes at most, so the name does not have that of the task definition in it.
        var name = VOLUME + "-" + TaskNames.hash(run + "/" + slot.id().task());
        return shop.volumes().create(name, "", Map.of(), labels);
    }

    private String host(Slot slot, ContainerSetup router) {
        return switch (slot.booking().setup().network()) {
            case AWSVPC, HOST -> "127.0.0.1";
            case NONE -> "";
            case BRIDGE ->
                shop.registry()
                        .find(new ContainerId(slot.id().task(), router.name()))
                        .flatMap(Slot::docker)
                        .map(id -> Inspection.ip(shop.inspect(id)))
                        .orElse("");
        };
    }

    /** Puts the configuration into a router that is made and not started. */
    void configure(Slot slot) {
        var setup = slot.setup().filter(it -> it.router().isPresent());
        if (setup.isEmpty()) {
            return;
        }
        var file = RouterConfig.of(slot.booking(), setup.get());
        var archive = Tar.empty().file(file.path().substring(1), file.text()).bytes();
        shop.docker()
                .within(Patience.CREATE)
                .copyArchiveToContainerCmd(slot.docker().orElseThrow())
                .withTarInputStream(new ByteArrayInputStream(archive))
                .withRemotePath("/")
                .exec();
    }
}
