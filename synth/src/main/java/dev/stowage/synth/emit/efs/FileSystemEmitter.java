package dev.stowage.synth.emit.efs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.AccessPoint;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.schema.resource.EfsAccessPoint;
import dev.stowage.schema.resource.EfsAccessPoint.CreationInfo;
import dev.stowage.schema.resource.EfsAccessPoint.PosixUser;
import dev.stowage.schema.resource.EfsAccessPoint.RootDirectory;
import dev.stowage.schema.resource.EfsFileSystem;
import dev.stowage.schema.resource.EfsFileSystem.BackupPolicy;
import dev.stowage.schema.resource.EfsMountTarget;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.iam.Arns;
import java.util.List;

/** A file system with a mount target in each private subnet of its network, and its access points. */
public final class FileSystemEmitter {

    private static final String FILE_SYSTEM = "FileSystem";

    /** The end of the logical id of the security group of the mount targets. */
    static final String GROUP = "FileSystemSecurityGroup";

    private FileSystemEmitter() {}

    /** Adds the resources of a file system. */
    public static void emit(ElasticFileSystem fileSystem, Emission out) {
        var network = fileSystem.network().orElseThrow();
        var properties = EfsFileSystem.of()
                .said(fileSystem.particulars().birth())
                .encrypted(true)
                .throughputMode("elastic")
                .backupPolicy(BackupPolicy.of().status("ENABLED"));
        out.add(Draft.of(fileSystem, FILE_SYSTEM, EfsFileSystem.TYPE, properties)
                .kind(Kind.FILE_SYSTEM)
                .retained());
        SecurityGroups.emit(fileSystem, GROUP, network, "Mount targets of file system", out);
        var position = 0;
        for (var subnet : subnets(fileSystem, network, out)) {
            position++;
            var target = EfsMountTarget.of()
                    .fileSystemId(out.ref(fileSystem, FILE_SYSTEM))
                    .subnetId(subnet)
                    .securityGroups(ListNode.of(out.ref(fileSystem, GROUP, "GroupId")));
            out.add(Draft.of(fileSystem, "MountTarget" + position, EfsMountTarget.TYPE, target)
                    .at(fileSystem.particulars().birth().because("tasks in each subnet mount it")));
        }
    }

    /** Its private subnets one by one; those that a parameter hands in are a list of unknown length. */
    private static List<Node> subnets(ElasticFileSystem fileSystem, Vpc network, Emission out) {
        if (Networks.subnets(network, SubnetKind.PRIVATE, out) instanceof ListNode list) {
            return list.items();
        }
        out.find(
                "file-system.subnets.unknown",
                fileSystem.particulars().birth(),
                "The file system `" + fileSystem.name() + "` wants a mount target in each private subnet of `"
                        + network.name() + "`, and nobody says which those are.",
                "Name them where the network is described: .privateSubnets(\"subnet-…\", \"subnet-…\").");
        return List.of();
    }

    /** Adds an access point. */
    public static void emit(AccessPoint point, Emission out) {
        var uid = String.valueOf(point.uid());
        var gid = String.valueOf(point.gid());
        var root = RootDirectory.of()
                .path(point.path())
                .creationInfo(CreationInfo.of().ownerUid(uid).ownerGid(gid).permissions("750"));
        var properties = EfsAccessPoint.of()
                .said(point.particulars().birth())
                .fileSystemId(id(point.fileSystem(), out))
                .rootDirectory(root)
                .said(point.particulars().at("user"))
                .posixUser(PosixUser.of().uid(uid).gid(gid));
        out.add(Draft.of(point, "AccessPoint", EfsAccessPoint.TYPE, properties).kind(Kind.ACCESS_POINT));
    }

    /** The id of a file system. */
    public static Node id(ElasticFileSystem fileSystem, Emission out) {
        var current = out.estate().current(fileSystem);
        return current.locator().isPresent()
                ? Arns.name(current, current.locator().get(), out)
                : out.ref(current, FILE_SYSTEM);
    }

    /** The id of an access point. */
    public static Node id(AccessPoint point, Emission out) {
        return out.ref(point, "AccessPoint");
    }

    /** How many mount targets a file system that is made here has. */
    static int mountTargets(ElasticFileSystem fileSystem, Emission out) {
        var network = fileSystem.network();
        return network.isPresent() && Networks.subnets(network.get(), SubnetKind.PRIVATE, out) instanceof ListNode list
                ? list.items().size()
                : 0;
    }
}
