package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.iam.Roles;
import dev.stowage.synth.emit.logs.LogGroups;

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
        var subnets = CallNode.of("Fn::Join", ListNode.of(text(","), Networks.subnets(cluster.network(), kind, out)));
        var group = groups(service, out);
        out.show(stem + "Cluster", name, job);
        out.show(stem + "Task", task, job);
        out.show(stem + "Subnets", subnets, job);
        out.show(stem + "Groups", group, job);
        out.show(
                stem + "Command",
                Functions.join(
                        "",
                        ListNode.of(
                                text("aws ecs run-task --launch-type FARGATE --cluster "),
                                name,
                                text(" --task-definition "),
                                task,
                                text(" --network-configuration 'awsvpcConfiguration={subnets=["),
                                subnets,
                                text("],securityGroups=["),
                                group,
                                text("],assignPublicIp=" + (isPublic ? "ENABLED" : "DISABLED") + "}'"))),
                job);
    }

    /** One text, whether the service has one security group or several. */
    private static Node groups(Service service, Emission out) {
        return service.spec().groups().isEmpty()
                ? out.ref(service, SecurityGroups.TASKS, "GroupId")
                : CallNode.of("Fn::Join", ListNode.of(text(","), ServiceEmitter.groups(service, out)));
    }

    private static Node text(String text) {
        return TextNode.of(text);
    }
}
