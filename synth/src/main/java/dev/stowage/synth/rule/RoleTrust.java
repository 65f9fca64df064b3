package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** The rule about roles that ECS cannot hand to a task: {@code task.role.trust}. */
final class RoleTrust implements Family {

    static final Rule TRUST = Rule.of("task.role.trust", Severity.ERROR);

    private static final String TASKS = "ecs-tasks.amazonaws.com";
    private static final String DOCUMENT = "AssumeRolePolicyDocument";

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TRUST);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        for (var property : new String[] {"TaskRoleArn", "ExecutionRoleArn"}) {
            if (subject.follow(property) instanceof Target.Held held && held.is(IamRole.TYPE)) {
                var document = held.found().resource().properties().peek(DOCUMENT);
                if (document != null && !mayTrust(document)) {
                    var message = "`" + subject.name() + "` has the role `"
                            + held.found().name() + "`, which does not let tasks take it on.";
                    findings.add(findings.fault(property, message)
                            .fix("Name the service " + TASKS + " as a principal in `" + DOCUMENT + "`.")
                            .also("the role", held.found().at(DOCUMENT)));
                }
            }
        }
    }

    /** Whether a policy names tasks, anybody, or something that only deployment tells. */
    private static boolean mayTrust(Node node) {
        if (node instanceof TextNode text) {
            return text.value().startsWith("ecs-tasks.") || text.value().equals("*");
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
