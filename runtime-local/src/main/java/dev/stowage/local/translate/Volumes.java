package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.AuthorizationConfig;
import dev.stowage.schema.resource.EcsTaskDefinition.DockerVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.Volume;
import java.util.ArrayList;
import java.util.List;

/** The volumes of a task definition. */
final class Volumes {

    private Volumes() {}

    static List<VolumeSetup> of(Grounded task, EcsTaskDefinition view, Work work) {
        var volumes = new ArrayList<VolumeSetup>();
        for (var one : view.volumes()) {
            volumes.add(volume(task, one, work));
        }
        Changes.of(work).mounts(task.physicalName()).forEach(volumes::add);
        return volumes;
    }

    private static VolumeSetup volume(Grounded task, Volume one, Work work) {
        var name = one.name().or("");
        var tree = one.tree();
        if (tree.has("FSxWindowsFileServerVolumeConfiguration") || tree.has("S3FilesVolumeConfiguration")) {
            work.tell(Gap.VOLUME
                    .at(
                            task.at("Volumes"),
                            "Volume `" + name + "` of task `" + task.name()
                                    + "` is on FSx or S3 Files, which have no local form.")
                    .fix("Mount a folder of this machine in its place: `mounts` of the container in local.yaml."));
        }
        if (one.efsVolumeConfiguration().isKnown()) {
            return fileSystem(task, name, one, work);
        }
        if (one.dockerVolumeConfiguration().isKnown()) {
            return docker(name, one.dockerVolumeConfiguration().or(DockerVolumeConfiguration.EMPTY));
        }
        if (Reads.is(one.configuredAtLaunch())) {
            return new VolumeSetup.Disk(name, 0, false);
        }
        var path = one.host().known().flatMap(host -> host.sourcePath().known());
        return path.<VolumeSetup>map(folder -> new VolumeSetup.HostFolder(name, folder))
                .orElseGet(() -> new VolumeSetup.Scratch(name));
    }

    private static VolumeSetup fileSystem(Grounded task, String name, Volume one, Work work) {
        var efs = one.efsVolumeConfiguration().or(EcsTaskDefinition.EFSVolumeConfiguration.EMPTY);
        var access = efs.authorizationConfig().or(AuthorizationConfig.EMPTY).accessPointId();
        work.tell(Gap.EFS.at(
                task.at("Volumes"),
                "EFS file system `" + efs.filesystemId().or("")
                        + "` is a local volume that its tasks share: no POSIX users of access points, throughput or"
                        + " backup."));
        return new VolumeSetup.FileSystem(
                name, efs.filesystemId().or(""), efs.rootDirectory().or("/"), access.or(""));
    }

    private static VolumeSetup docker(String name, DockerVolumeConfiguration docker) {
        return new VolumeSetup.DockerVolume(
                name,
                docker.scope().is("shared"),
                Reads.is(docker.autoprovision()),
                docker.driver().or("local"),
                Reads.map(docker.driverOpts()),
                Reads.map(docker.labels()));
    }
}
