package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.schedule.EventPattern;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.Schedule;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.EventsRule.CapacityProviderStrategyItem;
import dev.stowage.schema.resource.EventsRule.EcsParameters;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.TaskDefinitions;
import dev.stowage.synth.emit.iam.RunTaskGrant;
import dev.stowage.synth.emit.sqs.QueueEmitter;
import java.util.ArrayList;
import java.util.Optional;

/** A task that a rule of EventBridge starts, and all that follows from it, as from a schedule. */
public final class RuleEmitter {

    /** The end of the logical id of a rule. */
    static final String RULE = "Rule";

    private final EventRule rule;
    private final Particulars particulars;
    private final Launching launching;
    private final Emission out;

    private RuleEmitter(EventRule rule, Emission out) {
        this.rule = rule;
        this.particulars = rule.particulars();
        this.launching = Launching.of(rule, "EventBridge", out);
        this.out = out;
    }

    /** Adds the resources of a rule. */
    public static void emit(EventRule rule, Emission out) {
        new RuleEmitter(rule, out).emit();
    }

    private void emit() {
        var deadLetters = DeadLetters.emit(rule, out);
        // EventBridge sends dead letters by its own name: the policy of the queue lets it in, and not a role.
        launching.emit("events.amazonaws.com", Optional.empty(), Optional.empty());
        var properties = triggered(EventsRule.of()).said(particulars.birth()).targets(target(deadLetters));
        if (rule.bus().isPresent()) {
            properties = properties
                    .said(particulars.at("bus"))
                    .eventBusName(out.locate(rule, rule.bus().get(), "String", "EventBus"));
        }
        var state = rule.spec().state();
        if (state.isPresent()) {
            properties = properties
                    .said(particulars.at(particulars.lines().has("state") ? "state" : "paused"))
                    .state(state.get().in(out));
        }
        out.add(Draft.of(rule, RULE, EventsRule.TYPE, properties)
                .kind(Kind.EVENT_RULE)
                .after(launching.after()));
        if (deadLetters.isOwn()) {
            QueueEmitter.admitRule(rule, out.ref(rule, RULE, "Arn"), out);
        }
    }

    private EventsRule triggered(EventsRule properties) {
        if (rule.trigger() instanceof EventPattern pattern) {
            var at = Said.of(
                    particulars.kind(),
                    rule.name(),
                    pattern.lines().firstWord(),
                    pattern.lines().birth());
            return properties.said(at).eventPattern(Patterns.of(pattern, rule.name(), at, out));
        }
        var when = (Schedule) rule.trigger();
        var at = Expressions.at(when, particulars.kind(), particulars.name());
        if (when.zone().isPresent() && !when.zone().get().equals("UTC")) {
            out.find(
                    "schedule.rule.zone",
                    at,
                    "`" + rule.name() + "` starts by the clocks of "
                            + when.zone().get() + ", and a rule of EventBridge goes by UTC.",
                    "Write .schedule(…) instead of .rule(…), or leave .in(…) out.");
        }
        if (rule.bus().isPresent()) {
            out.find(
                    "schedule.rule.bus",
                    particulars.at("bus"),
                    "`" + rule.name() + "` starts by the clock, which ticks on the bus of the account only.",
                    "Leave .bus(…) out.");
        }
        if (!rule.inputs().isEmpty()) {
            out.find(
                    "schedule.rule.input",
                    particulars.at("env " + rule.inputs().get(0).name()),
                    "`" + rule.name() + "` starts by the clock, and there is no event that could tell "
                            + rule.inputs().get(0).name() + ".",
                    "Say .env(…) of the container instead.");
        }
        return properties.said(at).scheduleExpression(Expressions.of(when, rule.name(), at, out));
    }

    private EventsRule.Target target(DeadLetters deadLetters) {
        var target = EventsRule.Target.of()
                .said(particulars.birth())
                .id("Task")
                .arn(ClusterEmitter.arn(launching.cluster(), out))
                .roleArn(out.ref(rule, RunTaskGrant.ROLE, "Arn"))
                .ecsParameters(task());
        var queue = deadLetters.arn();
        if (queue.isPresent()) {
            target = target.deadLetterConfig(EventsRule.DeadLetterConfig.of().arn(queue.get()));
        }
        if (launching.hasRetries()) {
            target = target.retryPolicy(
                    EventsRule.RetryPolicy.EMPTY.over(launching.retries().tree(), Scope.NOTHING, particulars.birth()));
        }
        return rule.inputs().isEmpty() ? target : target.inputTransformer(input());
    }

    private EcsParameters task() {
        var strategy = new ArrayList<CapacityProviderStrategyItem>();
        for (var item : launching.strategy()) {
            strategy.add(CapacityProviderStrategyItem.EMPTY.over(item.tree(), Scope.NOTHING, launching.placed()));
        }
        var isPublic = rule.spec().hasPublicAddress();
        return EcsParameters.of()
                .taskDefinitionArn(out.ref(rule, TaskDefinitions.TASK))
                .said(particulars.at("count"))
                .taskCount(launching.copies())
                .said(launching.placed())
                .capacityProviderStrategy(strategy)
                .said(particulars.birth())
                .networkConfiguration(EventsRule.NetworkConfiguration.of()
                        .awsVpcConfiguration(EventsRule.AwsVpcConfiguration.of()
                                .said(particulars.at(isPublic ? "publicAddress" : "in"))
                                .subnets(launching.subnets())
                                .securityGroups(launching.groups())
                                .assignPublicIp(isPublic ? "ENABLED" : "DISABLED")))
                .enableECSManagedTags(true)
                .propagateTags("TASK_DEFINITION");
    }

    /**
     * Parts of the event become variables of the main container. A place between quotation marks takes a number as a text, and
     * nothing where the event has none, as the variables of a container have to be.
     */
    private EventsRule.InputTransformer input() {
        var paths = ObjectNode.builder();
        var template = new StringBuilder("{\"containerOverrides\":[{\"name\":\"" + main() + "\",\"environment\":[");
        var number = 0;
        for (var input : rule.inputs()) {
            paths.put("v" + number, TextNode.of(input.path()));
            template.append(number == 0 ? "" : ",");
            template.append("{\"name\":\"").append(input.name()).append("\",");
            template.append("\"value\":\"<v").append(number++).append(">\"}");
        }
        return EventsRule.InputTransformer.of()
                .said(particulars.at("env " + rule.inputs().get(0).name()))
                .inputPathsMap(paths.build())
                .inputTemplate(template.append("]}]}").toString());
    }

    private String main() {
        for (var container : rule.task().containers()) {
            if (container.spec().isEssential()) {
                return container.name();
            }
        }
        return rule.task().containers().get(0).name();
    }
}
