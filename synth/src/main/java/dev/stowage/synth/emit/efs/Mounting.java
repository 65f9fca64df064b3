package dev.stowage.synth.emit.efs;

import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.FileSystemVolume;
import dev.stowage.dsl.task.ContainerSpec.Mount;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.List;

/** What must hold before a task can mount a file system: its mount targets stand, and let the task in. */
public final class Mounting {

    private static final int NFS = 2049;

    private Mounting() {}

    /** The mounts of file systems in a task. */
    public static List<FileSystemVolume> volumes(Runner runner) {
        var volumes = new ArrayList<FileSystemVolume>();
        for (var container : runner.task().containers()) {
            for (Mount mount : container.spec().mounts()) {
                if (mount.volume() instanceof FileSystemVolume volume) {
                    volumes.add(volume);
                }
            }
        }
        return volumes;
    }

    /** Lets the tasks of a group into the file systems that they mount, and answers what must stand before they start. */
    public static List<String> admit(Runner runner, Node group, Emission out) {
        var after = new ArrayList<String>();
        var admitted = new ArrayList<ElasticFileSystem>();
        for (var volume : volumes(runner)) {
            var fileSystem = out.estate().current(volume.fileSystem());
            if (!admitted.contains(fileSystem)) {
                admitted.add(fileSystem);
                admit(runner, fileSystem, group, out);
                after.addAll(targets(fileSystem, out));
            }
        }
        return after;
    }

    private static void admit(Runner runner, ElasticFileSystem fileSystem, Node group, Emission out) {
        var suffix = "To" + out.estate().stem(fileSystem) + "FileSystemIngress";
        Said at = runner.particulars().birth().because("its containers mount " + fileSystem.name());
        if (fileSystem.securityGroup().isPresent()) {
            var known = TextNode.of(fileSystem.securityGroup().get());
            SecurityGroups.admitGroup(runner, suffix, known, group, NFS, at, out);
        } else if (fileSystem.locator().isEmpty()) {
            var own = out.ref(fileSystem, FileSystemEmitter.GROUP, "GroupId");
            SecurityGroups.admitGroup(runner, suffix, own, group, NFS, at, out);
        }
    }

    private static List<String> targets(ElasticFileSystem fileSystem, Emission out) {
        var targets = new ArrayList<String>();
        if (out.estate().isOwner(out.stack(), fileSystem)) {
            for (var i = 1; i <= FileSystemEmitter.mountTargets(fileSystem, out); i++) {
                targets.add(out.estate().stem(fileSystem) + "MountTarget" + i);
            }
        }
        return targets;
    }
}
