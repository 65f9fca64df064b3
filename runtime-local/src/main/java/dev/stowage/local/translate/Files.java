package dev.stowage.local.translate;

import dev.stowage.local.stack.Mounts;
import dev.stowage.local.stack.Mounts.Device;
import dev.stowage.local.stack.Mounts.From;
import dev.stowage.local.stack.Mounts.MountPoint;
import dev.stowage.local.stack.Mounts.Tmpfs;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.LinuxParameters;
import java.util.ArrayList;

/** What of the outside is in the file system of a container. */
final class Files {

    private Files() {}

    static Mounts of(ContainerDefinition view) {
        var linux = view.linuxParameters().or(LinuxParameters.EMPTY);
        var volumes = new ArrayList<MountPoint>();
        for (var one : view.mountPoints()) {
            volumes.add(new MountPoint(
                    one.sourceVolume().or(""), one.containerPath().or(""), Reads.is(one.readOnly())));
        }
        var from = new ArrayList<From>();
        for (var one : view.volumesFrom()) {
            from.add(new From(one.sourceContainer().or(""), Reads.is(one.readOnly())));
        }
        var memory = new ArrayList<Tmpfs>();
        for (var one : linux.tmpfs()) {
            memory.add(new Tmpfs(one.containerPath().or(""), one.size().or(0), Reads.texts(one.mountOptions())));
        }
        var devices = new ArrayList<Device>();
        for (var one : linux.devices()) {
            var host = one.hostPath().or("");
            var letters = new StringBuilder();
            Reads.texts(one.permissions()).forEach(word -> letters.append(word.isEmpty() ? "" : letter(word)));
            devices.add(
                    new Device(host, one.containerPath().or(host), letters.length() == 0 ? "rwm" : letters.toString()));
        }
        return new Mounts(volumes, from, memory, devices);
    }

    /** {@code read}, {@code write} and {@code mknod} are {@code r}, {@code w} and {@code m}. */
    private static char letter(String word) {
        return word.charAt(0);
    }
}
