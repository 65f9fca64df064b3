package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService.ServiceManagedEBSVolumeConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceVolumeConfiguration;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.iam.Roles;
import dev.stowage.synth.emit.logs.LogGroups;
import java.util.ArrayList;
import java.util.List;

/** A job: its task definition, roles and logs, and the outputs that tell how to run it. */
public final class JobEmitter {

    private JobEmitter() {}

    /** Adds the resources and outputs of a job. */
    public static void emit(Job said, Emission out) {
        var service = out.estate().current(said.service());
        var job = said.of(service);
        LogGroups.emit(job, out);
        Roles.emit(job, out);
        TaskDefinitions.emit(job, out);
        show(job, service, out);
    }

    private static void show(Job job, Service service, Emission out) {
        var stem = out.estate().stem(job);
        var cluster = out.estate().current(service.spec().cluster());
        var isPublic = service.spec().hasPublicAddress();
        var kind = service.spec().subnets().orElse(isPublic ? SubnetKind.PUBLIC : SubnetKind.PRIVATE);
        var name = ClusterEmitter.name(cluster, out);
        var task = out.ref(job, TaskDefinitions.TASK);
        var subnets = Networks.subnets(cluster.network(), kind, out);
        var groups = service.spec().groups().isEmpty()
                ? ListNode.of(out.ref(service, SecurityGroups.TASKS, "GroupId"))
                : ServiceEmitter.groups(service, out);
        out.show(stem + "Cluster", name, job);
        out.show(stem + "Task", task, job);
        out.show(stem + "Subnets", Commands.commas(subnets), job);
        out.show(stem + "Groups", Commands.commas(groups), job);
        var parts = new ArrayList<Node>();
        parts.add(TextNode.of("aws ecs run-task --launch-type FARGATE --cluster "));
        parts.add(name);
        parts.add(TextNode.of(" --task-definition "));
        parts.add(task);
        parts.addAll(Commands.network(subnets, groups, isPublic));
        disks(job, parts, out);
        out.show(stem + "Command", Functions.join("", ListNode.of(parts)), job);
    }

    /** Who runs the job says what its disks are like, and hands over the role with which ECS makes them. */
    private static void disks(Job job, List<Node> parts, Emission out) {
        var disks = job.hasVolumes() ? Volumes.disks(job, out) : List.<ServiceVolumeConfiguration>of();
        if (disks.isEmpty()) {
            return;
        }
        Roles.volumes(job, out);
        parts.add(TextNode.of(" --volume-configurations"));
        for (var disk : disks) {
            var made = disk.managedEBSVolume().or(ServiceManagedEBSVolumeConfiguration.EMPTY);
            parts.add(TextNode.of(" 'name=" + disk.name().or("") + ",managedEBSVolume={roleArn="));
            parts.add(made.tree().get("RoleArn").orElseThrow());
            var text = new StringBuilder(",volumeType=gp3,encrypted=true");
            text.append(given(",sizeInGiB=", made.sizeInGiB()));
            text.append(given(",snapshotId=", made.snapshotId()));
            text.append(given(",iops=", made.iops()));
            text.append(given(",throughput=", made.throughput()));
            parts.add(TextNode.of(text.append("}'").toString()));
        }
    }

    private static <T> String given(String name, Reading<T> value) {
        return value.isKnown() ? name + value.known().orElseThrow() : "";
    }
}
