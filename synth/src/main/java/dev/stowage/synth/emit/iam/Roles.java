package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.logs.LogGroups;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The two roles of a task. With the execution role ECS starts a task: pulls from ECR, writes to the task's own log
 * groups, reads the secrets that its containers name. The task role is what the code in it may do; a task that may do nothing
 * has none.
 */
public final class Roles {

    /** The end of the logical id of the role with which ECS starts a task. */
    public static final String EXECUTION = "ExecutionRole";

    /** The end of the logical id of the role of a task's own code. */
    public static final String TASK = "TaskRole";

    private Roles() {}

    /** Adds the roles of what runs a task. */
    public static void emit(Runner runner, Emission out) {
        execution(runner, out);
        if (hasTaskRole(runner)) {
            task(runner, out);
        }
    }

    /** Whether the code of a task has a role. */
    public static boolean hasTaskRole(Runner runner) {
        return !runner.permissions().isEmpty();
    }

    private static void execution(Runner runner, Emission out) {
        var policy = new Policy();
        pull(runner, policy);
        var groups = new ArrayList<Node>();
        for (var suffix : LogGroups.suffixes(runner)) {
            groups.add(out.ref(runner, suffix, "Arn"));
        }
        policy.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), groups);
        policy.allow(List.of("secretsmanager:GetSecretValue"), secrets(runner, false, out));
        policy.allow(List.of("ssm:GetParameters"), secrets(runner, true, out));
        add(runner, EXECUTION, Kind.EXECUTION_ROLE, policy, "ECS starts its tasks with it", out);
    }

    private static void task(Runner runner, Emission out) {
        var policy = new Policy();
        var resources = new LinkedHashSet<String>();
        for (var permission : runner.permissions()) {
            resources.add(permission.resource().value());
        }
        for (var resource : resources) {
            var actions = new ArrayList<String>();
            for (var permission : runner.permissions()) {
                if (permission.resource().value().equals(resource) && !actions.contains(permission.action())) {
                    actions.add(permission.action());
                }
            }
            policy.allow(actions, List.of(TextNode.of(resource)));
        }
        add(runner, TASK, Kind.TASK_ROLE, policy, "its code may do something", out);
    }

    private static void add(Runner runner, String suffix, Kind kind, Policy policy, String because, Emission out) {
        var role = IamRole.of().assumeRolePolicyDocument(Policy.trust("ecs-tasks.amazonaws.com"));
        if (!policy.isEmpty()) {
            role = role.policies(IamRole.Policy.of().policyName(suffix).policyDocument(policy.document()));
        }
        out.add(Draft.of(runner, suffix, IamRole.TYPE, role)
                .kind(kind)
                .at(runner.particulars().birth().because(because)));
    }

    /** A private registry of ECR wants a token, which no resource can narrow, and the right to read the repository. */
    private static void pull(Runner runner, Policy policy) {
        var repositories = new ArrayList<Node>();
        for (var container : runner.task().containers()) {
            var image = container.spec().image().reference();
            for (var repository : EcrImage.repositories(image)) {
                if (!repositories.contains(TextNode.of(repository))) {
                    repositories.add(TextNode.of(repository));
                }
            }
        }
        if (!repositories.isEmpty()) {
            policy.allow(List.of("ecr:GetAuthorizationToken"), List.of(TextNode.of("*")));
        }
        policy.allow(
                List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                subs(repositories));
    }

    /** A text with {@code ${…}} in it is one for {@code Fn::Sub}. */
    private static List<Node> subs(List<Node> texts) {
        var nodes = new ArrayList<Node>(texts.size());
        for (var text : texts) {
            var hasVariable = text instanceof TextNode plain && plain.value().contains("${");
            nodes.add(hasVariable ? CallNode.of("Fn::Sub", text) : text);
        }
        return nodes;
    }

    private static List<Node> secrets(Runner runner, boolean inParameterStore, Emission out) {
        var arns = new ArrayList<Node>();
        for (var container : runner.task().containers()) {
            for (var variable : container.spec().secrets()) {
                var secret = variable.value();
                if (Secrets.isInParameterStore(secret) == inParameterStore) {
                    var arn = Secrets.arn(secret, out);
                    if (!arns.contains(arn)) {
                        arns.add(arn);
                    }
                }
            }
        }
        return arns;
    }
}
