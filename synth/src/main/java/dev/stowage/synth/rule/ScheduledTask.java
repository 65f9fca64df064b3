package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Rules about the tasks that EventBridge starts, and the network and launch type it starts them with: {@code schedule.task}. */
final class ScheduledTask implements Family {

    static final Rule NETWORK = Rule.of("schedule.task.network", Severity.ERROR);
    static final Rule LAUNCH = Rule.of("schedule.task.launch", Severity.ERROR);

    private static final String PARAMETERS = "EcsParameters";

    private final String type;

    private ScheduledTask(String type) {
        this.type = type;
    }

    static ScheduledTask ofSchedules() {
        return new ScheduledTask(SchedulerSchedule.TYPE);
    }

    static ScheduledTask ofRules() {
        return new ScheduledTask(EventsRule.TYPE);
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NETWORK, LAUNCH);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var properties = subject.resource().properties();
        if (type.equals(SchedulerSchedule.TYPE)) {
            judge(rule, subject, properties.object("Target"), "Target/" + PARAMETERS, findings);
        } else if (properties.peek("Targets") instanceof ListNode targets) {
            for (var i = 0; i < targets.items().size(); i++) {
                if (targets.items().get(i) instanceof ObjectNode target) {
                    judge(rule, subject, target, "Targets/" + i + "/" + PARAMETERS, findings);
                }
            }
        }
    }

    private static void judge(Rule rule, Found subject, ObjectNode target, String property, Findings findings) {
        var parameters = target.peek(PARAMETERS) instanceof ObjectNode object ? object : ObjectNode.empty();
        var arn = parameters.peek("TaskDefinitionArn");
        if (arn == null || !(subject.follow(arn) instanceof Target.Held held) || !held.is(EcsTaskDefinition.TYPE)) {
            return;
        }
        var task = held.found().view(EcsTaskDefinition.EMPTY);
        if (rule == NETWORK) {
            network(subject, parameters, task, property, findings);
        } else {
            launch(subject, parameters, held.found(), task, property, findings);
        }
    }

    private static void network(
            Found subject, ObjectNode parameters, EcsTaskDefinition task, String property, Findings findings) {
        var mode = task.networkMode();
        var isNamed = parameters.has("NetworkConfiguration");
        if (mode.is("awsvpc") && !isNamed) {
            var message =
                    "`" + subject.name() + "` starts tasks with an address of their own and names no subnets for them.";
            findings.add(findings.fault(property, message).fix("Set `NetworkConfiguration` with its subnets."), mode);
        } else if (isNamed && mode.isOther("awsvpc")) {
            var message = "`" + subject.name() + "` names subnets for its tasks, which have no address of their own in"
                    + " network mode " + mode.or("") + ".";
            findings.add(
                    findings.fault(property + "/NetworkConfiguration", message)
                            .fix("Leave it out, or set `NetworkMode` of the task definition to awsvpc."),
                    mode);
        }
    }

    private static void launch(
            Found subject,
            ObjectNode parameters,
            Found definition,
            EcsTaskDefinition task,
            String property,
            Findings findings) {
        var isOnFargate = parameters.peek("LaunchType") instanceof TextNode text
                && text.value().equals("FARGATE");
        if (!isOnFargate || !task.requiresCompatibilities().isComplete()) {
            return;
        }
        for (var each : task.requiresCompatibilities()) {
            if (!each.isKnown() || each.is("FARGATE")) {
                return;
            }
        }
        var message =
                "`" + subject.name() + "` starts its task on Fargate, and its task definition is not written for it.";
        findings.add(findings.fault(property + "/LaunchType", message)
                .fix("Add FARGATE to `RequiresCompatibilities` of the task definition.")
                .also("the task definition", definition.at("RequiresCompatibilities")));
    }
}
