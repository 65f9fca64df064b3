package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.AuthorizationConfig;
import dev.stowage.schema.resource.EcsTaskDefinition.DockerVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.EFSVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.HostVolumeProperties;
import dev.stowage.schema.resource.EcsTaskDefinition.Volume;
import dev.stowage.schema.resource.EfsFileSystem;
import dev.stowage.schema.resource.EfsMountTarget;
import dev.stowage.schema.tree.ObjectNode;
import java.util.HashMap;
import java.util.List;

/** Rules about the volumes of a task: one name and one kind each, and what the kinds want. */
final class TaskVolumes implements Family {

    static final Rule NAME_TWICE = Rule.of("task.volume.name-twice", Severity.ERROR);
    static final Rule KINDS = Rule.of("task.volume.kinds", Severity.ERROR);
    static final Rule HOST = Rule.of("task.volume.host-path", Severity.ERROR);
    static final Rule SHARED = Rule.of("task.volume.autoprovision", Severity.ERROR);
    static final Rule FILE_SYSTEM = Rule.of("task.volume.file-system", Severity.ERROR);
    static final Rule ROLE = Rule.of("task.volume.role-missing", Severity.ERROR);
    static final Rule TARGET = Rule.of("task.volume.mount-target", Severity.WARNING);
    static final Rule DISKS = Rule.of("task.volume.disks", Severity.ERROR);
    static final Rule FROM = Rule.of("container.volumes-from.absent", Severity.ERROR);

    private static final String[] OF_A_KIND = {
        "DockerVolumeConfiguration",
        "EFSVolumeConfiguration",
        "FSxWindowsFileServerVolumeConfiguration",
        "Host",
        "S3FilesVolumeConfiguration"
    };

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NAME_TWICE, KINDS, HOST, SHARED, FILE_SYSTEM, ROLE, TARGET, DISKS, FROM);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == NAME_TWICE) {
            nameTwice(task, findings);
        } else if (rule == DISKS) {
            disks(subject, task, findings);
        } else if (rule == FROM) {
            volumesFrom(task, findings);
        } else if (rule == TARGET) {
            targets(subject, task, graph, findings);
        } else {
            var position = 0;
            for (var volume : task.volumes()) {
                judge(rule, task, volume, "Volumes/" + position++ + "/", findings);
            }
        }
    }

    private static void judge(Rule rule, EcsTaskDefinition task, Volume volume, String property, Findings findings) {
        var files = volume.efsVolumeConfiguration().or(EFSVolumeConfiguration.EMPTY);
        if (rule == KINDS) {
            kinds(volume, property, findings);
        } else if (rule == HOST) {
            host(volume, property + "Host/SourcePath", findings);
        } else if (rule == SHARED) {
            shared(volume, property + "DockerVolumeConfiguration/Autoprovision", findings);
        } else if (rule == FILE_SYSTEM) {
            fileSystem(volume, files.filesystemId(), property + "EFSVolumeConfiguration/FilesystemId", findings);
        } else {
            var right =
                    files.authorizationConfig().or(AuthorizationConfig.EMPTY).iam();
            if (right.is("ENABLED") && task.taskRoleArn().isAbsent()) {
                var message = name(volume) + " is mounted with the rights of the task role, and the task has none.";
                findings.add(
                        findings.fault(property + "EFSVolumeConfiguration/AuthorizationConfig/IAM", right, message)
                                .fix("Set `TaskRoleArn` to a role that may elasticfilesystem:ClientMount."),
                        right);
            }
        }
    }

    private static String name(Volume volume) {
        return "`" + volume.name().or("a volume") + "`";
    }

    private static void nameTwice(EcsTaskDefinition task, Findings findings) {
        var first = new HashMap<String, Reading<String>>();
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/Name";
            var name = volume.name();
            var other = name.isKnown() ? first.putIfAbsent(name.or(""), name) : null;
            if (other != null) {
                var fault = findings.fault(property, name, name(volume) + " is the name of two volumes of one task.")
                        .fix("Give one of them another name.")
                        .also("the other one is here", other.at());
                findings.add(fault, name, other);
            }
        }
    }

    /** A kind that a function may take away does not count. */
    private static void kinds(Volume volume, String property, Findings findings) {
        var first = volume.configuredAtLaunch().is(true) ? "ConfiguredAtLaunch" : "";
        for (var kind : OF_A_KIND) {
            var isSaid = volume.tree().peek(kind) instanceof ObjectNode object
                    && (!kind.equals("Host") || object.size() > 0);
            if (isSaid && !first.isEmpty()) {
                var message = name(volume) + " has `" + first + "` and `" + kind + "`, and a volume is of one kind.";
                findings.add(
                        findings.fault(property + kind, message).fix("Keep one of them."), volume.configuredAtLaunch());
            }
            first = isSaid ? kind : first;
        }
    }

    private static void host(Volume volume, String property, Findings findings) {
        var path = volume.host().or(HostVolumeProperties.EMPTY).sourcePath();
        if (path.isKnown() && !ContainerProcess.isAbsolute(path.or(""))) {
            var message =
                    name(volume) + " is the folder `" + path.or("") + "` of the instance, which is no absolute path.";
            findings.add(
                    findings.fault(property, path, message)
                            .fix("Begin it with a slash, or leave `SourcePath` out for an empty folder."),
                    path);
        }
    }

    private static void shared(Volume volume, String property, Findings findings) {
        var docker = volume.dockerVolumeConfiguration().or(DockerVolumeConfiguration.EMPTY);
        var scope = docker.scope().orDefault("task");
        if (docker.autoprovision().is(true) && scope.isOther("shared")) {
            var message = name(volume) + " is made if it is not there, which goes with the scope shared only, and its"
                    + " scope is " + scope.or("") + ".";
            findings.add(
                    findings.fault(property, docker.autoprovision(), message)
                            .fix("Leave `Autoprovision` out, or set `Scope` to shared."),
                    docker.autoprovision(),
                    scope);
        }
    }

    private static void fileSystem(Volume volume, Reading<String> id, String property, Findings findings) {
        if (id.isKnown() && !id.or("").startsWith("fs-")) {
            var message =
                    name(volume) + " is the file system `" + id.or("") + "`, and the id of one begins with `fs-`.";
            findings.add(findings.fault(property, id, message).fix("Write the id, and no name or ARN."), id);
        }
    }

    /** A file system that the stacks make has a mount target in their networks, or nobody reaches it. */
    private static void targets(Found subject, EcsTaskDefinition task, ResourceGraph graph, Findings findings) {
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/EFSVolumeConfiguration/FilesystemId";
            var files = volume.efsVolumeConfiguration().or(EFSVolumeConfiguration.EMPTY);
            var id = files.tree().peek("FilesystemId");
            if (id != null
                    && subject.follow(id) instanceof Target.Held held
                    && held.is(EfsFileSystem.TYPE)
                    && graph.isClosedFor(EfsMountTarget.TYPE)
                    && !isReached(held.found(), graph)) {
                var message =
                        name(volume) + " is a file system that is made here, and nothing here makes a mount target"
                                + " for it, by which tasks reach it.";
                findings.add(findings.fault(property, message)
                        .fix("Add an `AWS::EFS::MountTarget` in each zone of the tasks.")
                        .also("the file system", held.found().at("")));
            }
        }
    }

    private static boolean isReached(Found fileSystem, ResourceGraph graph) {
        for (var target : graph.all(EfsMountTarget.TYPE)) {
            var to = target.follow("FileSystemId");
            if (!(to instanceof Target.Held held) || held.found().isSame(fileSystem)) {
                return true;
            }
        }
        return false;
    }

    private static void disks(Found subject, EcsTaskDefinition task, Findings findings) {
        Volume first = null;
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/ConfiguredAtLaunch";
            if (!volume.configuredAtLaunch().is(true)) {
                continue;
            }
            if (first != null) {
                var message = "`" + subject.name() + "` has a second disk, " + name(volume)
                        + ", and ECS attaches one to a task.";
                var fault = findings.fault(property, volume.configuredAtLaunch(), message)
                        .fix("Keep one of them.")
                        .also("the first one is here", first.name().at());
                findings.add(fault, volume.configuredAtLaunch(), first.configuredAtLaunch());
            }
            first = volume;
        }
    }

    private static void volumesFrom(EcsTaskDefinition task, Findings findings) {
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var position = 0;
            for (var from : container.volumesFrom()) {
                var property = "ContainerDefinitions/" + at + "/VolumesFrom/" + position++ + "/SourceContainer";
                var source = from.sourceContainer();
                var isSelf = source.isKnown() && container.name().is(source.or(""));
                if (source.isKnown() && (isSelf || TaskAddresses.lacks(task, source.or("")))) {
                    var message = "`" + container.name().or("a container") + "` takes the volumes of `" + source.or("")
                            + "`, " + (isSelf ? "which is itself." : "and the task has no container of that name.");
                    findings.add(
                            findings.fault(property, source, message).fix("Name another container of the task."),
                            source);
                }
            }
            at++;
        }
    }
}
