package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.efs.Mounting;

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

    /** The end of the logical id of the role with which ECS makes volumes at launch. */
    public static final String VOLUMES = "VolumesRole";

    private static final String TLS = "ConnectTlsRole";

    private static final String TLS_POLICY = "arn:${AWS::Partition}:iam::aws:policy/service-role/"
            + "AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity";

    private static final String VOLUMES_POLICY =
            "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes";

    private Roles() {}

    /** Adds the roles of what runs a task. */
    public static void emit(Runner runner, Emission out) {
        execution(runner, out);
        if (hasTaskRole(runner)) {
            add(runner, TASK, Kind.TASK_ROLE, Doing.of(runner, out), "its code may do something", out);
        }
    }

    /** Whether the code of a task has a role. */
    public static boolean hasTaskRole(Runner runner) {
        return runner.hasShell()
                || !runner.permissions().isEmpty()
                || runner.hasVolumes() && !Mounting.volumes(runner).isEmpty();
    }

    private static void execution(Runner runner, Emission out) {
        add(runner, EXECUTION, Kind.EXECUTION_ROLE, Starting.of(runner, out), "ECS starts its tasks with it", out);
    }

    /** Adds the role with which ECS makes the volumes that a service's tasks get at launch. */
    public static void volumes(Runner runner, Emission out) {
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust("ecs.amazonaws.com"))
                .managedPolicyArns(ListNode.of(CallNode.of("Fn::Sub", TextNode.of(VOLUMES_POLICY))));
        out.add(Draft.of(runner, VOLUMES, IamRole.TYPE, role)
                .at(runner.particulars().birth().because("ECS makes its volumes")));
    }

    /** Adds the role with which ECS gets certificates for what a service answers, once, and answers its resource name. */
    public static Node connectTls(Runner runner, Said at, Emission out) {
        if (!out.holds(runner, TLS)) {
            var role = IamRole.of()
                    .assumeRolePolicyDocument(Policy.trust("ecs.amazonaws.com"))
                    .managedPolicyArns(ListNode.of(CallNode.of("Fn::Sub", TextNode.of(TLS_POLICY))));
            out.add(Draft.of(runner, TLS, IamRole.TYPE, role)
                    .at(at.because("ECS gets the certificates of its endpoints with it")));
        }
        return out.ref(runner, TLS, "Arn");
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
