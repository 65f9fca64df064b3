package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.AuthorizationConfig;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.EFSVolumeConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import java.util.HashMap;
import java.util.List;

/** Rules about what a task keeps and where its output goes: volumes and mounts, log routers. */
final class TaskStorage implements Family {

    static final Rule VOLUME_ABSENT = Rule.of("task.volume.absent", Severity.ERROR);
    static final Rule VOLUME_UNUSED = Rule.of("task.volume.unused", Severity.WARNING);
    static final Rule ROOT = Rule.of("task.volume.access-point-root", Severity.ERROR);
    static final Rule UNENCRYPTED = Rule.of("task.volume.unencrypted", Severity.ERROR);
    static final Rule MOUNT_TWICE = Rule.of("container.mount.twice", Severity.ERROR);
    static final Rule ROUTER_MISSING = Rule.of("task.logs.router-missing", Severity.ERROR);
    static final Rule ROUTER_SEVERAL = Rule.of("task.logs.router-several", Severity.ERROR);
    static final Rule ROUTER_SELF = Rule.of("task.logs.router-self", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                VOLUME_ABSENT,
                VOLUME_UNUSED,
                UNENCRYPTED,
                ROOT,
                MOUNT_TWICE,
                ROUTER_MISSING,
                ROUTER_SEVERAL,
                ROUTER_SELF);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == VOLUME_ABSENT) {
            absent(task, findings);
        } else if (rule == VOLUME_UNUSED) {
            unused(task, findings);
        } else if (rule == ROOT) {
            root(task, findings);
        } else if (rule == UNENCRYPTED) {
            unencrypted(task, findings);
        } else if (rule == MOUNT_TWICE) {
            mountTwice(task, findings);
        } else {
            routers(rule, task, findings);
        }
    }

    private static void absent(EcsTaskDefinition task, Findings findings) {
        if (!task.volumes().isComplete()) {
            return;
        }
        for (var volume : task.volumes()) {
            if (!volume.name().isKnown()) {
                return;
            }
        }
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var position = 0;
            for (var mount : container.mountPoints()) {
                var property = "ContainerDefinitions/" + at + "/MountPoints/" + position++ + "/SourceVolume";
                if (mount.sourceVolume().isKnown() && !isDeclared(task, mount.sourceVolume())) {
                    var name = mount.sourceVolume().or("");
                    var message = "`" + container.name().or("") + "` mounts `" + name
                            + "`, and the task has no volume of that name.";
                    findings.add(
                            findings.fault(property, mount.sourceVolume(), message)
                                    .fix("Add `" + name + "` to `Volumes`, or mount one that is there."),
                            mount.sourceVolume());
                }
            }
            at++;
        }
    }

    private static boolean isDeclared(EcsTaskDefinition task, Reading<String> name) {
        for (var volume : task.volumes()) {
            if (volume.name().is(name.or(""))) {
                return true;
            }
        }
        return false;
    }

    private static void unused(EcsTaskDefinition task, Findings findings) {
        if (!task.containerDefinitions().isComplete()) {
            return;
        }
        for (var container : task.containerDefinitions()) {
            if (!container.mountPoints().isComplete()) {
                return;
            }
            for (var mount : container.mountPoints()) {
                if (mount.sourceVolume().isUnknown()) {
                    return;
                }
            }
        }
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/Name";
            if (volume.name().isKnown() && !isMounted(task, volume.name())) {
                var message = "`" + volume.name().or("") + "` is a volume that no container mounts.";
                var fault = findings.fault(property, volume.name(), message);
                findings.add(fault.fix("Mount it, or take it away."), volume.name());
            }
        }
    }

    private static boolean isMounted(EcsTaskDefinition task, Reading<String> name) {
        for (var container : task.containerDefinitions()) {
            for (var mount : container.mountPoints()) {
                if (mount.sourceVolume().is(name.or(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void root(EcsTaskDefinition task, Findings findings) {
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/EFSVolumeConfiguration/RootDirectory";
            var files = volume.efsVolumeConfiguration().or(EFSVolumeConfiguration.EMPTY);
            var point =
                    files.authorizationConfig().or(AuthorizationConfig.EMPTY).accessPointId();
            var root = files.rootDirectory();
            if (point.isWritten() && root.isOther("/")) {
                var message =
                        "`" + volume.name().or("") + "` is mounted at an access point, which says itself where its"
                                + " root is, and at the folder `" + root.or("") + "`.";
                findings.add(findings.fault(property, root, message).fix("Leave `RootDirectory` out."), root);
            }
        }
    }

    private static void unencrypted(EcsTaskDefinition task, Findings findings) {
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/EFSVolumeConfiguration/TransitEncryption";
            var files = volume.efsVolumeConfiguration().or(EFSVolumeConfiguration.EMPTY);
            var authorization = files.authorizationConfig().or(AuthorizationConfig.EMPTY);
            var transit = files.transitEncryption().orDefault("DISABLED");
            var wants = authorization.accessPointId().isWritten()
                    ? "an access point"
                    : authorization.iam().is("ENABLED") ? "the rights of a role" : "";
            if (!wants.isEmpty() && transit.isOther("ENABLED")) {
                var message = "`" + volume.name().or("") + "` is mounted with " + wants
                        + " and without TLS, and EFS gives one only with the other.";
                findings.add(
                        findings.fault(property, transit, message).fix("Set `TransitEncryption` to ENABLED."),
                        transit,
                        authorization.iam());
            }
        }
    }

    private static void mountTwice(EcsTaskDefinition task, Findings findings) {
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var first = new HashMap<String, Reading<String>>();
            var position = 0;
            for (var mount : container.mountPoints()) {
                var property = "ContainerDefinitions/" + at + "/MountPoints/" + position++ + "/ContainerPath";
                var path = mount.containerPath();
                var other = path.isKnown() ? first.putIfAbsent(path.or(""), path) : null;
                if (other != null) {
                    var message = "`" + container.name().or("") + "` mounts two volumes at `" + path.or("") + "`.";
                    var fault = findings.fault(property, path, message)
                            .fix("Mount one of them elsewhere.")
                            .also("the other one is mounted here", other.at());
                    findings.add(fault, path, other);
                }
            }
            at++;
        }
    }

    private static void routers(Rule rule, EcsTaskDefinition task, Findings findings) {
        var position = 0;
        ContainerDefinition router = null;
        for (var container : task.containerDefinitions()) {
            var property = "ContainerDefinitions/" + position++ + "/";
            var isRouter = container.firelensConfiguration().isWritten();
            var driver = container.logConfiguration().or(LogConfiguration.EMPTY).logDriver();
            var name = "`" + container.name().or("") + "`";
            if (rule == ROUTER_SEVERAL && isRouter && router != null) {
                var message = name + " is the second log router of the task, and a task has one.";
                var fault = findings.fault(property + "FirelensConfiguration", message);
                findings.add(fault.fix("Keep one of them.")
                        .also("the first one is here", router.name().at()));
            }
            if (rule == ROUTER_SELF && isRouter && driver.is("awsfirelens")) {
                var message = name + " is the log router of the task and sends its own output to itself.";
                var advice = findings.advice(
                        "Write .logs(cloudWatch(…)) on it.", "Set `LogDriver` of the router to awslogs.");
                var fault = findings.fault(property + "LogConfiguration/LogDriver", driver, message);
                findings.add(fault.fix(advice), driver);
            }
            if (rule == ROUTER_MISSING && driver.is("awsfirelens") && hasNoRouter(task)) {
                var message = name + " sends its output to the log router of the task, and the task has none.";
                var advice = findings.advice(
                        "Add a container that says .logRouter(fluentBit()).",
                        "Add a container with a `FirelensConfiguration`.");
                var fault = findings.fault(property + "LogConfiguration/LogDriver", driver, message);
                findings.add(fault.fix(advice), driver);
            }
            router = isRouter ? container : router;
        }
    }

    private static boolean hasNoRouter(EcsTaskDefinition task) {
        for (var container : task.containerDefinitions()) {
            if (!container.firelensConfiguration().isAbsent()) {
                return false;
            }
        }
        return task.containerDefinitions().isComplete();
    }
}
