package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** The rules about roles that whoever is handed them cannot take on: {@code task.role.trust}, {@code role.trust}. */
final class RoleTrust implements Family {

    static final Rule TASK = Rule.of("task.role.trust", Severity.ERROR);
    static final Rule OTHER = Rule.of("role.trust", Severity.ERROR);

    private static final String DOCUMENT = "AssumeRolePolicyDocument";

    private final String type;
    private final Rule rule;
    private final String principal;
    private final String[] paths;

    private RoleTrust(String type, Rule rule, String principal, String... paths) {
        this.type = type;
        this.rule = rule;
        this.principal = principal;
        this.paths = paths;
    }

    static RoleTrust ofTasks() {
        return new RoleTrust(EcsTaskDefinition.TYPE, TASK, "ecs-tasks", "TaskRoleArn", "ExecutionRoleArn");
    }

    /** What ECS, CodeDeploy and EventBridge do themselves; the guides of each say which service takes the role on. */
    static List<RoleTrust> ofServices() {
        return List.of(
                new RoleTrust(
                        EcsService.TYPE,
                        OTHER,
                        "ecs",
                        "LoadBalancers/*/AdvancedConfiguration/RoleArn",
                        "DeploymentConfiguration/LifecycleHooks/*/RoleArn",
                        "VolumeConfigurations/*/ManagedEBSVolume/RoleArn",
                        "VpcLatticeConfigurations/*/RoleArn",
                        "ServiceConnectConfiguration/Services/*/Tls/RoleArn"),
                new RoleTrust(EcsCapacityProvider.TYPE, OTHER, "ecs", "ManagedInstancesProvider/InfrastructureRoleArn"),
                new RoleTrust(CodeDeployDeploymentGroup.TYPE, OTHER, "codedeploy", "ServiceRoleArn"),
                new RoleTrust(SchedulerSchedule.TYPE, OTHER, "scheduler", "Target/RoleArn"),
                new RoleTrust(EventsRule.TYPE, OTHER, "events", "Targets/*/RoleArn"));
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(rule);
    }

    @Override
    public void judge(Rule asked, Found subject, ResourceGraph graph, Findings findings) {
        for (var path : paths) {
            follow(subject, subject.resource().properties(), path.split("/", -1), 0, "", findings);
        }
    }

    private void follow(Found subject, Node node, String[] steps, int depth, String property, Findings findings) {
        if (depth == steps.length) {
            role(subject, node, property, findings);
        } else if (node instanceof ListNode list && steps[depth].equals("*")) {
            for (var i = 0; i < list.items().size(); i++) {
                follow(subject, list.items().get(i), steps, depth + 1, property + "/" + i, findings);
            }
        } else if (node instanceof ObjectNode object) {
            var below = object.peek(steps[depth]);
            if (below != null) {
                var path = property.isEmpty() ? steps[depth] : property + "/" + steps[depth];
                follow(subject, below, steps, depth + 1, path, findings);
            }
        }
    }

    private void role(Found subject, Node node, String property, Findings findings) {
        if (!(subject.follow(node) instanceof Target.Held held) || !held.is(IamRole.TYPE)) {
            return;
        }
        var document = held.found().resource().properties().peek(DOCUMENT);
        if (document != null && !mayTrust(document)) {
            var who = rule == TASK ? "tasks" : principal + ".amazonaws.com";
            var message = "`" + subject.name() + "` has the role `"
                    + held.found().name() + "`, which does not let " + who + " take it on.";
            findings.add(findings.fault(property, message)
                    .fix("Name the service " + principal + ".amazonaws.com as a principal in `" + DOCUMENT + "`.")
                    .also("the role", held.found().at(DOCUMENT)));
        }
    }

    /** Whether a policy names the service, anybody, or something that only deployment tells. */
    private boolean mayTrust(Node node) {
        if (node instanceof TextNode text) {
            return text.value().startsWith(principal + ".") || text.value().equals("*");
        }
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (mayTrust(item)) {
                    return true;
                }
            }
            return false;
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (object.key(i).startsWith("Fn::") || mayTrust(object.value(i))) {
                    return true;
                }
            }
            return false;
        }
        return node instanceof CallNode;
    }
}
