package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.storage.DiskVolume;
import dev.stowage.dsl.storage.FileSystemVolume;
import dev.stowage.dsl.storage.Volume;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.ContainerSpec.Mount;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService.ServiceManagedEBSVolumeConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.AuthorizationConfig;
import dev.stowage.schema.resource.EcsTaskDefinition.EFSVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.MountPoint;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.efs.FileSystemEmitter;
import dev.stowage.synth.emit.iam.Roles;
import java.util.ArrayList;
import java.util.List;

/** The volumes of a task: each is declared once, because some container mounts it. */
final class Volumes {

    private Volumes() {}

    /** The volumes that the containers of a task mount, in the order in which they do. */
    static List<EcsTaskDefinition.Volume> of(Runner runner, Emission out) {
        var volumes = new ArrayList<EcsTaskDefinition.Volume>();
        var seen = new ArrayList<Use>();
        for (var container : runner.task().containers()) {
            for (var mount : container.spec().mounts()) {
                var use = new Use(container, mount);
                if (isNew(use, seen, out)) {
                    seen.add(use);
                    volumes.add(declaration(use, out));
                }
            }
        }
        return volumes;
    }

    /** Where a container sees its volumes. */
    static List<MountPoint> mountPoints(AnyContainer container) {
        var points = new ArrayList<MountPoint>(container.spec().mounts().size());
        for (var mount : container.spec().mounts()) {
            points.add(MountPoint.of()
                    .said(new Use(container, mount).at())
                    .sourceVolume(mount.volume().name())
                    .containerPath(mount.path())
                    .readOnly(mount.volume().isReadOnly()));
        }
        return points;
    }

    private static EcsTaskDefinition.Volume declaration(Use use, Emission out) {
        var declared =
                EcsTaskDefinition.Volume.of().said(use.at()).name(use.volume().name());
        if (use.volume() instanceof DiskVolume) {
            return declared.configuredAtLaunch(true);
        }
        return use.volume() instanceof FileSystemVolume volume
                ? declared.efsVolumeConfiguration(fileSystem(volume, use, out))
                : declared;
    }

    private static EFSVolumeConfiguration fileSystem(FileSystemVolume volume, Use use, Emission out) {
        var authorization = AuthorizationConfig.of().iam("ENABLED");
        if (volume.accessPoint().isPresent()) {
            authorization = authorization.accessPointId(
                    FileSystemEmitter.id(volume.accessPoint().get(), out));
        }
        return EFSVolumeConfiguration.of()
                .said(use.at())
                .filesystemId(FileSystemEmitter.id(volume.fileSystem(), out))
                .transitEncryption("ENABLED")
                .authorizationConfig(authorization);
    }

    /** What a service says of the disks that its tasks get at launch: each is declared once, as its volume is. */
    static List<ServiceVolumeConfiguration> disks(Runner runner, Emission out) {
        var disks = new ArrayList<ServiceVolumeConfiguration>();
        var names = new ArrayList<String>();
        for (var container : runner.task().containers()) {
            for (var mount : container.spec().mounts()) {
                if (mount.volume() instanceof DiskVolume disk && !names.contains(disk.name())) {
                    names.add(disk.name());
                    disks.add(ServiceVolumeConfiguration.of()
                            .said(new Use(container, mount).at())
                            .name(disk.name())
                            .managedEBSVolume(disk(disk, runner, out)));
                }
            }
        }
        return disks;
    }

    private static ServiceManagedEBSVolumeConfiguration disk(DiskVolume disk, Runner runner, Emission out) {
        var configuration = ServiceManagedEBSVolumeConfiguration.of()
                .roleArn(out.ref(runner, Roles.VOLUMES, "Arn"))
                .volumeType("gp3")
                .encrypted(true);
        if (disk.gib().isPresent()) {
            configuration = configuration.sizeInGiB(disk.gib().getAsInt());
        }
        if (disk.snapshot().isPresent()) {
            configuration = configuration.snapshotId(disk.snapshot().get());
        }
        if (disk.iops().isPresent()) {
            configuration = configuration.iops(disk.iops().getAsInt());
        }
        return disk.throughput().isPresent()
                ? configuration.throughput(disk.throughput().getAsInt())
                : configuration;
    }

    private static boolean isNew(Use use, List<Use> seen, Emission out) {
        for (var other : seen) {
            if (other.volume().name().equals(use.volume().name())) {
                if (!other.volume().readOnly().equals(use.volume().readOnly())) {
                    out.find(differs(use, other));
                }
                return false;
            }
        }
        return true;
    }

    private static Diagnostic differs(Use use, Use other) {
        var name = "`" + use.volume().name() + "`";
        return Diagnostic.of(
                        RuleId.of("task.volume.differs"),
                        Severity.ERROR,
                        use.at(),
                        name + " is the name of two volumes of one task, and they are not the same.")
                .also("the other one is mounted here", other.at())
                .fix("Give one of them another name, or keep the volume in a variable and mount that.");
    }

    /**
     * A mount of a container.
     *
     * @param container who mounts
     * @param mount what, and where
     */
    private record Use(AnyContainer container, Mount mount) {

        Volume volume() {
            return mount.volume();
        }

        Said at() {
            Particulars particulars = container.particulars();
            var isScratch = particulars.lines().has("scratch " + mount.path());
            var word = isScratch ? "scratch" : "mount";
            return Said.of(
                    particulars.kind(),
                    particulars.name(),
                    word,
                    particulars.lines().at(word + " " + mount.path()));
        }
    }
}
