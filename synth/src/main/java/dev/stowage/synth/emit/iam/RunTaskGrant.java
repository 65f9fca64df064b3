package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The role with which a service of AWS starts a task: it may run this very task on its own cluster, tag what it starts, and
 * hand both roles of the task to ECS and to nobody else.
 */
public final class RunTaskGrant {

    /** The end of the logical id of the role. */
    public static final String ROLE = "LaunchRole";

    private RunTaskGrant() {}

    /**
     * Adds the role.
     *
     * @param runner what runs the task
     * @param launcher who starts it, such as {@code scheduler.amazonaws.com}
     * @param task the task definition
     * @param cluster the Amazon resource name of the cluster
     * @param clusterName its name
     * @param deadLetters the queue to which it sends failed starts
     * @param key the key of that queue
     * @param at why there is a role
     */
    public static void emit(
            Runner runner,
            String launcher,
            Node task,
            Node cluster,
            Node clusterName,
            Optional<Node> deadLetters,
            Optional<Node> key,
            Said at,
            Emission out) {
        var policy = new Policy();
        policy.allow(List.of("ecs:RunTask"), task, when("ArnEquals", "ecs:cluster", cluster));
        policy.allow(
                List.of("ecs:TagResource"), tasks(clusterName), when("StringEquals", "ecs:CreateAction", "RunTask"));
        for (var role : roles(runner, out)) {
            policy.allow(
                    List.of("iam:PassRole"),
                    role,
                    when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"));
        }
        if (deadLetters.isPresent()) {
            policy.allow(List.of("sqs:SendMessage"), List.of(deadLetters.get()));
        }
        if (key.isPresent()) {
            policy.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(key.get()));
        }
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust(launcher))
                .policies(IamRole.Policy.of().policyName(ROLE).policyDocument(policy.document()));
        out.add(Draft.of(runner, ROLE, IamRole.TYPE, role)
                .kind(Kind.LAUNCH_ROLE)
                .at(at));
    }

    private static List<Node> roles(Runner runner, Emission out) {
        var roles = new ArrayList<Node>(2);
        roles.add(out.ref(runner, Roles.EXECUTION, "Arn"));
        if (Roles.hasTaskRole(runner)) {
            roles.add(out.ref(runner, Roles.TASK, "Arn"));
        }
        return roles;
    }

    /** All tasks of a cluster: the one that is started has no name before it runs. */
    private static Node tasks(Node clusterName) {
        var text = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task/${Cluster}/*";
        return CallNode.of("Fn::Sub", ListNode.of(TextNode.of(text), ObjectNode.of("Cluster", clusterName)));
    }

    private static ObjectNode when(String operator, String key, String value) {
        return when(operator, key, TextNode.of(value));
    }

    private static ObjectNode when(String operator, String key, Node value) {
        return ObjectNode.of(operator, ObjectNode.of(key, value));
    }
}
