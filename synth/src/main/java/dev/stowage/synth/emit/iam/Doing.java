package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.storage.FileSystemVolume;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.efs.Mounting;
import java.util.ArrayList;
import java.util.List;

/** What the code of a task may do: what somebody said, and what the volumes that it mounts take. */
final class Doing {

    /** What ECS Exec speaks to Systems Manager, which no resource can narrow. */
    private static final List<String> SHELL = List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    private Doing() {}

    static Policy of(Runner runner, Emission out) {
        var policy = new Policy();
        for (var permission : runner.permissions()) {
            for (var grant : permission.grants()) {
                policy.allow(grant.actions(), List.of(resource(grant, out)));
            }
        }
        if (runner.hasShell()) {
            policy.allow(SHELL, List.of(TextNode.of("*")));
        }
        for (var volume : Mounting.volumes(runner)) {
            mount(volume, policy, out);
        }
        return policy;
    }

    private static Node resource(Grant grant, Emission out) {
        if (grant.place().isPresent()) {
            return Arns.of(grant.place().get(), grant.resource(), out);
        }
        var name = TextNode.of(grant.resource());
        return grant.resource().contains("${AWS::") ? CallNode.of("Fn::Sub", name) : name;
    }

    private static void mount(FileSystemVolume volume, Policy policy, Emission out) {
        var actions = new ArrayList<String>();
        actions.add("elasticfilesystem:ClientMount");
        if (!volume.isReadOnly()) {
            actions.add("elasticfilesystem:ClientWrite");
        }
        if (volume.accessPoint().isEmpty() && !volume.isReadOnly()) {
            actions.add("elasticfilesystem:ClientRootAccess");
        }
        var condition = ObjectNode.empty();
        if (volume.accessPoint().isPresent()) {
            var point = Arns.of(volume.accessPoint().get(), "", out);
            condition = ObjectNode.of("StringEquals", ObjectNode.of("elasticfilesystem:AccessPointArn", point));
        }
        policy.allow(actions, Arns.of(volume.fileSystem(), "", out), condition);
    }
}
