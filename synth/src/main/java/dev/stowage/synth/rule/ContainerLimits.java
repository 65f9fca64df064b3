package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.EphemeralStorage;
import dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck;
import dev.stowage.schema.resource.EcsTaskDefinition.KernelCapabilities;
import dev.stowage.schema.resource.EcsTaskDefinition.LinuxParameters;
import dev.stowage.schema.resource.EcsTaskDefinition.RestartPolicy;
import dev.stowage.schema.table.Words;
import dev.stowage.schema.tree.ListNode;
import java.util.List;

/** Rules about the numbers of a container, and about what Fargate refuses. */
final class ContainerLimits implements Family {

    static final Rule HEALTH = Rule.of("container.health-check.range", Severity.ERROR);
    static final Rule FILES = Rule.of("container.open-files.order", Severity.ERROR);
    static final Rule RESTART = Rule.of("container.restart.range", Severity.ERROR);
    static final Rule TIMEOUT = Rule.of("container.timeout.range", Severity.ERROR);
    static final Rule DISK = Rule.of("task.ephemeral-storage.range", Severity.ERROR);
    static final Rule REFUSED = Rule.of("task.fargate.refused", Severity.ERROR);

    private static final int EXIT_CODES = 50;

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(HEALTH, FILES, RESTART, TIMEOUT, DISK, REFUSED);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == DISK) {
            var size = task.ephemeralStorage().or(EphemeralStorage.EMPTY).sizeInGiB();
            range(subject.name(), "has a disk of", "GiB", size, 21, 200, "EphemeralStorage/SizeInGiB", findings);
            return;
        }
        var isFargate = isFargate(task);
        if (rule == REFUSED && isFargate) {
            refusedTask(subject, task, findings);
            refusedPaths(subject, findings);
        }
        var position = 0;
        for (var container : task.containerDefinitions()) {
            container(rule, container, isFargate, "ContainerDefinitions/" + position++ + "/", subject, findings);
        }
    }

    private static void container(
            Rule rule,
            ContainerDefinition container,
            boolean isFargate,
            String property,
            Found subject,
            Findings findings) {
        var name = container.name().or(subject.name());
        if (rule == HEALTH) {
            health(name, container.healthCheck().or(HealthCheck.EMPTY), property + "HealthCheck/", findings);
        } else if (rule == FILES) {
            files(name, container, property, findings);
        } else if (rule == RESTART) {
            restart(name, container.restartPolicy().or(RestartPolicy.EMPTY), property, findings);
        } else if (isFargate && rule == TIMEOUT) {
            timeouts(name, container, property, findings);
        } else if (isFargate && rule == REFUSED) {
            refused(name, container, property, findings);
        }
    }

    private static void timeouts(String name, ContainerDefinition container, String property, Findings findings) {
        range(name, "is waited for", "s", container.startTimeout(), 2, 120, property + "StartTimeout", findings);
        range(name, "may stop within", "s", container.stopTimeout(), 2, 120, property + "StopTimeout", findings);
    }

    private static boolean isFargate(EcsTaskDefinition task) {
        for (var each : task.requiresCompatibilities()) {
            if (each.is("FARGATE")) {
                return true;
            }
        }
        return false;
    }

    private static void health(String name, HealthCheck check, String property, Findings findings) {
        range(name, "is asked for its health every", "s", check.interval(), 5, 300, property + "Interval", findings);
        range(name, "is given for an answer", "s", check.timeout(), 2, 60, property + "Timeout", findings);
        range(name, "may fail", "times", check.retries(), 1, 10, property + "Retries", findings);
        range(name, "may fail at first for", "s", check.startPeriod(), 0, 300, property + "StartPeriod", findings);
    }

    private static void restart(String name, RestartPolicy policy, String property, Findings findings) {
        range(
                name,
                "starts again once it ran for",
                "s",
                policy.restartAttemptPeriod(),
                60,
                1800,
                property + "RestartPolicy/RestartAttemptPeriod",
                findings);
        var codes = policy.tree().peek("IgnoredExitCodes");
        if (codes instanceof ListNode list && list.items().size() > EXIT_CODES) {
            var message = "`" + name + "` stays as it is after " + list.items().size() + " exit codes, and ECS takes "
                    + EXIT_CODES + ".";
            findings.add(findings.fault(property + "RestartPolicy/IgnoredExitCodes", message)
                    .fix("Name " + EXIT_CODES + " or fewer."));
        }
    }

    private static void range(
            String name,
            String what,
            String unit,
            Reading<Integer> value,
            int least,
            int most,
            String property,
            Findings findings) {
        if (value.isKnown() && (value.or(least) < least || value.or(least) > most)) {
            var message = "`" + name + "` " + what + " " + value.or(0) + " " + unit + ", and ECS takes " + least
                    + " to " + most + " " + unit + ".";
            findings.add(
                    findings.fault(property, value, message).fix("Write a number from " + least + " to " + most + "."),
                    value);
        }
    }

    private static void files(String name, ContainerDefinition container, String property, Findings findings) {
        var position = 0;
        for (var limit : container.ulimits()) {
            var soft = limit.softLimit();
            var hard = limit.hardLimit();
            // A hard limit of -1 is none at all.
            if (soft.isKnown() && hard.isKnown() && soft.or(0) > hard.or(0) && hard.or(0) >= 0) {
                var message = "`" + name + "` begins with a limit of " + soft.or(0) + " for "
                        + limit.name().or("a resource") + " and may ask for " + hard.or(0) + " at most.";
                findings.add(
                        findings.fault(property + "Ulimits/" + position + "/SoftLimit", soft, message)
                                .fix("Let the first number be the second one at most."),
                        soft,
                        hard);
            }
            position++;
        }
    }

    private static void refusedPaths(Found subject, Findings findings) {
        for (var path : Words.standard().list("fargate")) {
            for (var where : PropertyPaths.written(subject.resource().properties(), path)) {
                var what = "`" + where.substring(where.lastIndexOf('/') + 1) + "`";
                refuseNow(subject.name(), what, Reading.written("", subject.at(where)), where, findings);
            }
        }
    }

    private static void refusedTask(Found subject, EcsTaskDefinition task, Findings findings) {
        if (!task.ipcMode().isAbsent()) {
            refuse(subject.name(), "an IPC mode", task.ipcMode(), "IpcMode", findings);
        }
        if (task.pidMode().is("host")) {
            refuse(subject.name(), "the processes of its host", task.pidMode(), "PidMode", findings);
        }
        var position = 0;
        for (var volume : task.volumes()) {
            var property = "Volumes/" + position++ + "/";
            var path = volume.host()
                    .or(EcsTaskDefinition.HostVolumeProperties.EMPTY)
                    .sourcePath();
            var name = volume.name().or(subject.name());
            if (path.isWritten()) {
                refuse(name, "a folder of its host", path, property + "Host/SourcePath", findings);
            }
            var docker = volume.dockerVolumeConfiguration();
            if (docker.isWritten()) {
                refuse(name, "a volume of Docker", docker, property + "DockerVolumeConfiguration", findings);
            }
        }
    }

    private static void refused(String name, ContainerDefinition container, String property, Findings findings) {
        if (container.privileged().is(true)) {
            refuse(name, "all rights on its host", container.privileged(), property + "Privileged", findings);
        }
        if (container.disableNetworking().is(true)) {
            refuse(name, "no network", container.disableNetworking(), property + "DisableNetworking", findings);
        }
        refuse(name, "links", container.links(), property + "Links", findings);
        refuse(name, "name servers", container.dnsServers(), property + "DnsServers", findings);
        refuse(name, "search domains", container.dnsSearchDomains(), property + "DnsSearchDomains", findings);
        refuse(name, "hosts of its own", container.extraHosts(), property + "ExtraHosts", findings);
        refuse(
                name,
                "security options",
                container.dockerSecurityOptions(),
                property + "DockerSecurityOptions",
                findings);
        var linux = container.linuxParameters().or(LinuxParameters.EMPTY);
        var inside = property + "LinuxParameters/";
        refuse(name, "devices", linux.devices(), inside + "Devices", findings);
        refuse(name, "file systems in memory", linux.tmpfs(), inside + "Tmpfs", findings);
        refuse(name, "swap", linux.maxSwap(), inside + "MaxSwap", findings);
        refuse(name, "swap", linux.swappiness(), inside + "Swappiness", findings);
        refuse(name, "shared memory of its own size", linux.sharedMemorySize(), inside + "SharedMemorySize", findings);
        var position = 0;
        for (var added : linux.capabilities().or(KernelCapabilities.EMPTY).add()) {
            if (added.isOther("SYS_PTRACE")) {
                var where = inside + "Capabilities/Add/" + position;
                refuseNow(name, "the capability " + added.or(""), added, where, findings);
            }
            position++;
        }
    }

    private static void refuse(String name, String what, Items<?> items, String property, Findings findings) {
        if (!items.known().isEmpty()) {
            refuseNow(name, what, Reading.written("", items.at()), property, findings);
        }
    }

    private static void refuse(String name, String what, Reading<?> reading, String property, Findings findings) {
        if (reading.isWritten()) {
            refuseNow(name, what, reading, property, findings);
        }
    }

    private static void refuseNow(String name, String what, Reading<?> reading, String property, Findings findings) {
        var message = "`" + name + "` asks for " + what + ", which Fargate refuses.";
        findings.add(
                findings.fault(property, reading, message)
                        .fix("Take it away, or take `FARGATE` out of `RequiresCompatibilities`."),
                reading);
    }
}
