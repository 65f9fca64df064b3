package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
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
        add(runner, EXECUTION, Kind.EXECUTION_ROLE, Starting.of(runner, out), "ECS starts its tasks with it", out);
    }

    private static void task(Runner runner, Emission out) {
        var policy = new Policy();
        for (var permission : runner.permissions()) {
            policy.allow(
                    List.of(permission.action()),
                    List.of(TextNode.of(permission.resource().value())));
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
}
