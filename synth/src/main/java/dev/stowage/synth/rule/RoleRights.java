package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import java.util.Locale;

/**
 * Rules about what the execution role of a task may do. They judge a role whose rights all stand in its own resource: policies
 * of its own, and no managed policy but those of AWS for tasks.
 */
final class RoleRights implements Family {

    static final Rule SECRETS = Rule.of("task.execution-role.secrets", Severity.WARNING);
    static final Rule LOG_GROUP = Rule.of("task.execution-role.log-group", Severity.WARNING);

    private static final String FOR_TASKS = ":iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

    private final Mentions mentions;

    RoleRights(Mentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SECRETS, LOG_GROUP);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (!(subject.follow("ExecutionRoleArn") instanceof Target.Held held)
                || !held.is(IamRole.TYPE)
                || held.found().isSaid()
                || !isWhole(held.found())) {
            return;
        }
        var role = held.found();
        var at = 0;
        for (var container : subject.view(EcsTaskDefinition.EMPTY).containerDefinitions()) {
            var property = "ContainerDefinitions/" + at++ + "/";
            if (rule == SECRETS) {
                secrets(container, role, property + "Secrets", findings);
            } else {
                logGroup(container, role, property + "LogConfiguration/Options/awslogs-create-group", findings);
            }
        }
    }

    private static void secrets(ContainerDefinition container, Found role, String property, Findings findings) {
        var isAny = may(role, "secretsmanager:getsecretvalue") || may(role, "ssm:getparameters");
        if (!container.secrets().known().isEmpty() && !isAny) {
            var message = "`" + container.name().or("a container") + "` gets secrets, and the execution role `"
                    + role.name() + "` may read none.";
            findings.add(findings.fault(property, message)
                    .fix("Allow it secretsmanager:GetSecretValue or ssm:GetParameters on them.")
                    .also("the role", role.at("Policies")));
        }
    }

    private static void logGroup(ContainerDefinition container, Found role, String property, Findings findings) {
        var logs = container.logConfiguration().or(LogConfiguration.EMPTY);
        var isMade = logs.options().or(ObjectNode.empty()) instanceof ObjectNode options
                && options.peek("awslogs-create-group") instanceof TextNode text
                && text.value().equals("true");
        if (isMade && logs.logDriver().is("awslogs") && !may(role, "logs:createloggroup")) {
            var message = "`" + container.name().or("a container") + "` has its log group made when it starts, and the"
                    + " execution role `" + role.name() + "` may not make one.";
            findings.add(
                    findings.fault(property, message)
                            .fix("Allow it logs:CreateLogGroup, or add an `AWS::Logs::LogGroup`.")
                            .also("the role", role.at("Policies")),
                    logs.logDriver());
        }
    }

    /** Whether all that the role may do stands in its own resource, or in the policy of AWS for tasks. */
    private boolean isWhole(Found role) {
        for (var user : mentions.of(role)) {
            if (user.resource().type().startsWith("AWS::IAM::")) {
                return false;
            }
        }
        var properties = role.resource().properties();
        var managed = properties.peek("ManagedPolicyArns");
        for (var policy : managed instanceof ListNode list ? list.items() : List.<Node>of()) {
            if (!Endings.of(policy).endsWith(FOR_TASKS)) {
                return false;
            }
        }
        var own = properties.peek("Policies");
        return (managed == null || managed instanceof ListNode) && (own == null || own instanceof ListNode);
    }

    /** Whether a policy of the role may allow an action, in small letters: what is not written out may allow anything. */
    private static boolean may(Found role, String action) {
        if (role.resource().properties().peek("Policies") instanceof ListNode policies) {
            for (var policy : policies.items()) {
                var document = policy instanceof ObjectNode object ? object.peek("PolicyDocument") : null;
                var statements = document instanceof ObjectNode object ? object.peek("Statement") : null;
                if (!(statements instanceof ListNode list) || mayAny(list, action)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayAny(ListNode statements, String action) {
        for (var statement : statements.items()) {
            var actions = statement instanceof ObjectNode object ? object.peek("Action") : null;
            for (var each : actions instanceof ListNode list
                    ? list.items()
                    : actions == null ? List.<Node>of() : List.of(actions)) {
                if (!(each instanceof TextNode text) || isMatch(text.value().toLowerCase(Locale.ROOT), action)) {
                    return true;
                }
            }
            if (actions == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMatch(String pattern, String action) {
        var star = pattern.indexOf('*');
        return star < 0 ? pattern.equals(action) : action.startsWith(pattern.substring(0, star));
    }
}
