package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.Shift;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.List;

/** The roles that ECS or CodeDeploy takes on while it deploys a service: to move traffic, and to ask hooks. */
public final class DeploymentRoles {

    /** The end of the logical id of the role with which ECS moves traffic. */
    public static final String INFRASTRUCTURE = "InfrastructureRole";

    /** The end of the logical id of the role with which ECS asks the hooks of a shift. */
    public static final String HOOK = "HookRole";

    /** The end of the logical id of the role with which CodeDeploy deploys. */
    public static final String CODE_DEPLOY = "CodeDeployRole";

    /**
     * What CodeDeploy may do with task sets, listeners and alarms, as AWS keeps it up to date (CodeDeploy user guide, "Step 2:
     * Create a service role for CodeDeploy").
     */
    private static final String CODE_DEPLOY_POLICY = "arn:${AWS::Partition}:iam::aws:policy/AWSCodeDeployRoleForECS";

    /**
     * What ECS may do with the rules and target groups of a shift. AWS keeps the policy up to date with what its controller
     * calls (ECS developer guide, "Amazon ECS infrastructure IAM role for load balancers").
     */
    private static final String POLICY =
            "arn:${AWS::Partition}:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers";

    private DeploymentRoles() {}

    /** Adds the role with which ECS moves the traffic of a shift. */
    public static void infrastructure(Service service, Shift shift, Emission out) {
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust("ecs.amazonaws.com"))
                .managedPolicyArns(ListNode.of(CallNode.of("Fn::Sub", TextNode.of(POLICY))));
        add(service, shift, INFRASTRUCTURE, Kind.INFRASTRUCTURE_ROLE, "ECS shifts its traffic with it", role, out);
    }

    /** Adds the role with which ECS calls these functions. */
    public static void hook(Service service, Shift shift, List<Node> functions, Emission out) {
        var policy = new Policy();
        policy.allow(List.of("lambda:InvokeFunction"), functions);
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust("ecs.amazonaws.com"))
                .policies(IamRole.Policy.of().policyName(HOOK).policyDocument(policy.document()));
        add(service, shift, HOOK, Kind.HOOK_ROLE, "ECS asks its hooks with it", role, out);
    }

    /** Adds the role with which CodeDeploy makes task sets and moves their traffic. */
    public static void codeDeploy(Service service, CodeDeploy deployment, Emission out) {
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust("codedeploy.amazonaws.com"))
                .managedPolicyArns(ListNode.of(CallNode.of("Fn::Sub", TextNode.of(CODE_DEPLOY_POLICY))));
        add(service, deployment, CODE_DEPLOY, Kind.DEPLOYMENT_ROLE, "CodeDeploy deploys it with it", role, out);
    }

    private static void add(
            Service service,
            Deployment deployment,
            String suffix,
            Kind kind,
            String because,
            IamRole role,
            Emission out) {
        var at = Said.of("service", service.name(), "deploy", deployment.lines().birth());
        out.add(Draft.of(service, suffix, IamRole.TYPE, role).kind(kind).at(at.because(because)));
    }
}
