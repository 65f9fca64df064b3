package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.DeploymentController;
import dev.stowage.schema.resource.EcsService.ServiceManagedEBSVolumeConfiguration;
import dev.stowage.schema.table.Words;
import java.util.List;

/** Rules about the disks that the tasks of a service get when they start: size, speed, key, and who asks for them. */
final class ServiceDisks implements Family {

    static final Rule SIZE = Rule.of("service.disk.size", Severity.ERROR);
    static final Rule SPEED = Rule.of("service.disk.speed", Severity.ERROR);
    static final Rule SOURCE = Rule.of("service.disk.source", Severity.ERROR);
    static final Rule VOLUME = Rule.of("service.disk.volume", Severity.ERROR);
    static final Rule SERVICE = Rule.of("service.disk.service", Severity.ERROR);

    private static final int LEAST_THROUGHPUT = 125;
    private static final int MOST_THROUGHPUT = 2_000;

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SIZE, SPEED, SOURCE, VOLUME, SERVICE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == VOLUME) {
            volumes(subject, service, findings);
            return;
        }
        if (rule == SERVICE) {
            service(subject, service, findings);
            return;
        }
        var position = 0;
        for (var volume : service.volumeConfigurations()) {
            var property = "VolumeConfigurations/" + position++ + "/ManagedEBSVolume";
            var disk = volume.managedEBSVolume().or(ServiceManagedEBSVolumeConfiguration.EMPTY);
            var name = "`" + volume.name().or("a disk") + "`";
            if (!volume.managedEBSVolume().isKnown()) {
                continue;
            }
            if (rule == SIZE) {
                size(name, disk, property, findings);
            } else if (rule == SPEED) {
                speed(name, disk, property, findings);
            } else {
                source(name, disk, property, findings);
            }
        }
    }

    private static void size(
            String name, ServiceManagedEBSVolumeConfiguration disk, String property, Findings findings) {
        if (disk.sizeInGiB().isAbsent() && disk.snapshotId().isAbsent()) {
            var message = name + " has no size, and no snapshot that would give it one.";
            findings.add(findings.fault(property, message).fix("Set `SizeInGiB` or `SnapshotId`."));
        }
        range(name, "GiB", disk.volumeType().orDefault("gp3"), disk.sizeInGiB(), 0, property + "/SizeInGiB", findings);
    }

    private static void speed(
            String name, ServiceManagedEBSVolumeConfiguration disk, String property, Findings findings) {
        var type = disk.volumeType().orDefault("gp3");
        range(name, "operations a second", type, disk.iops(), 2, property + "/Iops", findings);
        if (disk.iops().isAbsent() && (type.is("io1") || type.is("io2"))) {
            var message = name + " is a disk of type " + type.or("") + ", which has as many operations a second as are"
                    + " said, and nothing is said of them.";
            findings.add(findings.fault(property + "/Iops", message).fix("Set `Iops`."), type);
        }
        var throughput = disk.throughput();
        var isOutside = throughput.or(LEAST_THROUGHPUT) < LEAST_THROUGHPUT || throughput.or(0) > MOST_THROUGHPUT;
        if (throughput.isKnown() && (type.isOther("gp3") || isOutside)) {
            var message = name + " is a disk of type " + type.or("gp3") + " that moves " + throughput.or(0)
                    + " MiB a second, and only gp3 takes a number here, from " + LEAST_THROUGHPUT + " to "
                    + MOST_THROUGHPUT + ".";
            findings.add(
                    findings.fault(property + "/Throughput", throughput, message)
                            .fix("Write a number that it takes, or leave `Throughput` out."),
                    throughput,
                    type);
        }
    }

    private static void range(
            String name,
            String unit,
            Reading<String> type,
            Reading<Integer> value,
            int column,
            String property,
            Findings findings) {
        var rows = Words.standard().list("disk." + type.or(""));
        if (rows.isEmpty() || !value.isKnown()) {
            return;
        }
        var cells = rows.get(0).split(",", -1);
        var least = Integer.parseInt(cells[column]);
        var most = Integer.parseInt(cells[column + 1]);
        if (value.or(least) < least || value.or(least) > most) {
            var takes = most == 0 ? "takes no number of them." : "takes " + least + " to " + most + ".";
            var message =
                    name + " has " + value.or(0) + " " + unit + ", and a disk of type " + type.or("") + " " + takes;
            var advice = most == 0 ? "Leave it out." : "Write a number from " + least + " to " + most + ".";
            findings.add(findings.fault(property, value, message).fix(advice), value, type);
        }
    }

    private static void source(
            String name, ServiceManagedEBSVolumeConfiguration disk, String property, Findings findings) {
        var snapshot = disk.snapshotId();
        if (snapshot.isKnown() && !snapshot.or("").startsWith("snap-")) {
            var message = name + " is filled from `" + snapshot.or("") + "`, and the id of a snapshot begins with"
                    + " `snap-`.";
            findings.add(
                    findings.fault(property + "/SnapshotId", snapshot, message).fix("Write the id of a snapshot."),
                    snapshot);
        }
        if (disk.volumeInitializationRate().isWritten() && snapshot.isAbsent()) {
            var message = name + " says how fast it is filled, and not from which snapshot.";
            findings.add(findings.fault(property + "/VolumeInitializationRate", message)
                    .fix("Set `SnapshotId`, or leave it out."));
        }
        var encrypted = disk.encrypted();
        if (disk.kmsKeyId().isWritten() && encrypted.is(false)) {
            var message = name + " has a key and is not encrypted.";
            findings.add(
                    findings.fault(property + "/Encrypted", encrypted, message)
                            .fix("Set `Encrypted` to true, or leave `KmsKeyId` out."),
                    encrypted);
        }
    }

    private static void volumes(Found subject, EcsService service, Findings findings) {
        var task = ServiceForm.task(subject);
        if (task.isEmpty()) {
            return;
        }
        var position = 0;
        for (var volume : service.volumeConfigurations()) {
            var property = "VolumeConfigurations/" + position++ + "/Name";
            var isThere = !task.get().volumes().isComplete();
            for (var declared : task.get().volumes()) {
                isThere |= !declared.name().isOther(volume.name().or(""))
                        && !declared.configuredAtLaunch().is(false)
                        && !declared.configuredAtLaunch().isAbsent();
            }
            if (volume.name().isKnown() && !isThere) {
                var message = "`" + subject.name() + "` gives its tasks the disk `"
                        + volume.name().or("")
                        + "`, and their task definition has no volume of that name that is configured at launch.";
                findings.add(
                        findings.fault(property, volume.name(), message)
                                .fix("Add it to `Volumes` with `ConfiguredAtLaunch: true`."),
                        volume.name());
            }
        }
    }

    private static void service(Found subject, EcsService service, Findings findings) {
        var controller =
                service.deploymentController().or(DeploymentController.EMPTY).type();
        var why = service.schedulingStrategy().is("DAEMON")
                ? "a daemon"
                : controller.isOther("ECS")
                        ? "deployed by " + controller.or("")
                        : service.launchType().is("EXTERNAL") ? "on external instances" : "";
        if (!why.isEmpty() && !service.volumeConfigurations().known().isEmpty()) {
            var message =
                    "`" + subject.name() + "` is " + why + " and gives its tasks disks, which such a service cannot.";
            findings.add(
                    findings.fault("VolumeConfigurations", message)
                            .fix("Leave them out, or let it be a replica service that ECS deploys."),
                    controller,
                    service.schedulingStrategy(),
                    service.launchType());
        }
    }
}
