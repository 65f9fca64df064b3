package dev.stowage.local.translate;

import dev.stowage.local.config.LocalConfig.BindMount;
import dev.stowage.local.config.LocalConfig.ContainerChange;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Mounts;
import dev.stowage.local.stack.Published;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.local.task.ContainerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code local.yaml} has otherwise in containers. */
final class Changes {

    private final Map<String, ContainerChange> changes;

    private Changes(Map<String, ContainerChange> changes) {
        this.changes = changes;
    }

    static Changes of(Work work) {
        return new Changes(work.evaluation().settings().local().containers());
    }

    /** The container with everything that is said about it: what is said of all of its name first. */
    ContainerSetup apply(String family, ContainerSetup setup) {
        var changed = setup;
        for (var key : List.of(setup.name(), family + "/" + setup.name())) {
            var change = changes.get(key);
            changed = change == null ? changed : changed(changed, change, key);
        }
        return changed;
    }

    /** The volumes of a task that folders of this machine are mounted through. */
    List<VolumeSetup> mounts(String family) {
        var volumes = new ArrayList<VolumeSetup>();
        changes.forEach((key, change) -> {
            if (!key.contains("/") || key.startsWith(family + "/")) {
                for (var mount : change.mounts()) {
                    volumes.add(new VolumeSetup.HostFolder(volume(key, mount), mount.source()));
                }
            }
        });
        return volumes;
    }

    private static String volume(String key, BindMount mount) {
        return "local-" + key.replace('/', '-') + mount.path().replace('/', '-');
    }

    private static ContainerSetup changed(ContainerSetup setup, ContainerChange change, String key) {
        var points = new ArrayList<>(setup.mounts().volumes());
        for (var mount : change.mounts()) {
            points.removeIf(point -> point.path().equals(mount.path()));
            points.add(new Mounts.MountPoint(volume(key, mount), mount.path(), mount.readOnly()));
        }
        var old = setup.mounts();
        var ports = change.ports().stream()
                .map(port -> new Published(port.port(), port.host()))
                .toList();
        return setup.with(life(setup.life(), change))
                .with(setup.command()
                        .with(change.command().orElse(setup.command().arguments())))
                .with(setup.environment().with(change.environment()))
                .with(new Mounts(points, old.from(), old.memory(), old.devices()))
                .publishing(ports);
    }

    private static ContainerDefinition life(ContainerDefinition life, ContainerChange change) {
        return change.image().map(life::running).orElse(life);
    }
}
