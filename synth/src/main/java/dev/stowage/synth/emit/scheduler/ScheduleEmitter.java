package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.resource.SchedulerSchedule.CapacityProviderStrategyItem;
import dev.stowage.schema.resource.SchedulerSchedule.EcsParameters;
import dev.stowage.schema.resource.SchedulerSchedule.FlexibleTimeWindow;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.Reach;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ec2.SharedGroups;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.Strategies;
import dev.stowage.synth.emit.ecs.TaskDefinitions;
import dev.stowage.synth.emit.efs.Mounting;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.iam.Roles;
import dev.stowage.synth.emit.iam.RunTaskGrant;
import dev.stowage.synth.emit.logs.LogGroups;
import dev.stowage.synth.emit.sqs.QueueEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task that starts by the clock, and all that follows from it: task definition, roles, logs, security group, dead letters. */
public final class ScheduleEmitter {

    /** The end of the logical id of a schedule. */
    static final String SCHEDULE = "Schedule";

    private static final int MOST_COPIES = 10;
    private static final int MOST_RETRIES = 185;
    private static final int MINUTE = 60;
    private static final int DAY = 24 * 60 * MINUTE;

    private final ScheduledTask scheduled;
    private final Particulars particulars;
    private final Cluster cluster;
    private final Emission out;

    private ScheduleEmitter(ScheduledTask scheduled, Emission out) {
        this.scheduled = scheduled;
        this.particulars = scheduled.particulars();
        this.cluster = out.estate().current(scheduled.cluster());
        this.out = out;
    }

    /** Adds the resources of a scheduled task. */
    public static void emit(ScheduledTask scheduled, Emission out) {
        new ScheduleEmitter(scheduled, out).emit();
    }

    private void emit() {
        LogGroups.emit(scheduled, out);
        Roles.emit(scheduled, out);
        TaskDefinitions.emit(scheduled, out);
        SecurityGroups.emit(scheduled, SecurityGroups.TASKS, cluster.network(), "Tasks of schedule", out);
        if (scheduled.hasVolumes()) {
            var own = out.ref(scheduled, SecurityGroups.TASKS, "GroupId");
            // What must stand first is no concern here: a schedule starts its tasks long after its stack stands.
            var unused = Mounting.admit(scheduled, own, out);
        }
        if (!scheduled.entrances().isEmpty()) {
            var own = out.ref(scheduled, SecurityGroups.TASKS, "GroupId");
            var unused = SharedGroups.admit(scheduled, scheduled.entrances(), own, out);
        }
        Reach.check(scheduled, cluster.network(), subnets(), scheduled.hasPublicAddress(), particulars.at("in"), out);
        var deadLetters = deadLetters();
        RunTaskGrant.emit(
                scheduled,
                "scheduler.amazonaws.com",
                out.ref(scheduled, TaskDefinitions.TASK),
                ClusterEmitter.arn(cluster, out),
                ClusterEmitter.name(cluster, out),
                deadLetters,
                particulars.birth().because("EventBridge Scheduler starts its tasks with it"),
                out);
        var properties = timed().said(particulars.at("within"))
                .flexibleTimeWindow(window())
                .said(particulars.birth())
                .target(target(deadLetters));
        out.add(Draft.of(scheduled, SCHEDULE, SchedulerSchedule.TYPE, properties)
                .kind(Kind.SCHEDULE)
                .after(after()));
    }

    /** When it starts, and whether it does. */
    private SchedulerSchedule timed() {
        var when = scheduled.when();
        var at = Expressions.at(when, particulars.kind(), particulars.name());
        var properties =
                SchedulerSchedule.of().said(at).scheduleExpression(Expressions.of(when, scheduled.name(), at, out));
        if (when.zone().isPresent()) {
            properties = properties.scheduleExpressionTimezone(when.zone().get());
        }
        if (scheduled.state().isPresent()) {
            properties = properties
                    .said(particulars.at(particulars.lines().has("state") ? "state" : "paused"))
                    .state(scheduled.state().get().in(out));
        }
        return properties;
    }

    /** What must stand before a task can start: its way to the internet, and the providers of its cluster. */
    private List<String> after() {
        var after = new ArrayList<>(Networks.routes(cluster.network(), subnets(), out));
        if (out.estate().isOwner(out.stack(), cluster)) {
            after.add(out.estate().stem(cluster) + ClusterEmitter.PROVIDERS);
        }
        return after;
    }

    private Optional<Node> deadLetters() {
        if (!scheduled.hasDeadLetters()) {
            return Optional.empty();
        }
        if (scheduled.deadLetters().isEmpty()) {
            var at = particulars.birth().because("it keeps starts that failed for good");
            return Optional.of(QueueEmitter.deadLetters(scheduled, false, at, out));
        }
        var queue = out.estate().current(scheduled.deadLetters().get());
        if (queue.isFifo()) {
            out.find(
                    "schedule.dead-letters",
                    particulars.at("deadLetters"),
                    "`" + scheduled.name() + "` sends what failed to `" + queue.name()
                            + "`, which keeps an order, and EventBridge Scheduler sends only to queues that keep none.",
                    "Name a queue without .fifo(), or leave the word out.");
        }
        return Optional.of(Arns.of(queue, "", out));
    }

    private FlexibleTimeWindow window() {
        if (scheduled.window().isEmpty()) {
            return FlexibleTimeWindow.of().mode("OFF");
        }
        var minutes = between(scheduled.window().get(), "within") / MINUTE;
        return FlexibleTimeWindow.of().mode("FLEXIBLE").maximumWindowInMinutes(minutes);
    }

    private int between(Duration time, String word) {
        var seconds = out.seconds(time, particulars.at(word));
        if (seconds < MINUTE || seconds > DAY) {
            out.find(
                    "schedule.time",
                    particulars.at(word),
                    "`" + scheduled.name() + "` has a time of " + seconds + " s, and it can have 60 s to 24 h here.",
                    "Write a time between the two.");
        }
        return seconds;
    }

    private SchedulerSchedule.Target target(Optional<Node> deadLetters) {
        var target = SchedulerSchedule.Target.of()
                .said(particulars.birth())
                .arn(ClusterEmitter.arn(cluster, out))
                .roleArn(out.ref(scheduled, RunTaskGrant.ROLE, "Arn"))
                .ecsParameters(task());
        if (deadLetters.isPresent()) {
            target = target.deadLetterConfig(
                    SchedulerSchedule.DeadLetterConfig.of().arn(deadLetters.get()));
        }
        return scheduled.retries().isEmpty() && scheduled.givenUpAfter().isEmpty()
                ? target
                : target.retryPolicy(retries());
    }

    private SchedulerSchedule.RetryPolicy retries() {
        var policy = SchedulerSchedule.RetryPolicy.of();
        if (scheduled.retries().isPresent()) {
            var retries = scheduled.retries().getAsInt();
            refuseUnless(retries >= 0 && retries <= MOST_RETRIES, "retry", retries + " more times", "0 to 185");
            policy = policy.said(particulars.at("retry")).maximumRetryAttempts(retries);
        }
        if (scheduled.givenUpAfter().isPresent()) {
            var seconds = between(scheduled.givenUpAfter().get(), "giveUpAfter");
            policy = policy.said(particulars.at("giveUpAfter")).maximumEventAgeInSeconds(seconds);
        }
        return policy;
    }

    private void refuseUnless(boolean isRight, String word, String found, String wanted) {
        if (!isRight) {
            out.find(
                    "schedule." + word,
                    particulars.at(word),
                    "`" + scheduled.name() + "` is started " + found + ", and EventBridge Scheduler takes " + wanted
                            + ".",
                    "Write ." + word + "(…) with a number from " + wanted + ".");
        }
    }

    private EcsParameters task() {
        var copies = scheduled.copies();
        refuseUnless(copies >= 1 && copies <= MOST_COPIES, "count", "in " + copies + " copies", "1 to 10");
        var own = !scheduled.strategy().isEmpty();
        var strategy = new ArrayList<CapacityProviderStrategyItem>();
        for (var capacity : own ? scheduled.strategy() : Strategies.of(cluster)) {
            var item = CapacityProviderStrategyItem.of().capacityProvider(Strategies.provider(capacity));
            item = Strategies.base(capacity) > 0 ? item.base(Strategies.base(capacity)) : item;
            strategy.add(item.weight(Strategies.weight(capacity)));
        }
        return EcsParameters.of()
                .taskDefinitionArn(out.ref(scheduled, TaskDefinitions.TASK))
                .said(particulars.at("count"))
                .taskCount(copies)
                .said(own ? particulars.at("on") : cluster.particulars().at("on"))
                .capacityProviderStrategy(strategy)
                .said(particulars.birth())
                .networkConfiguration(network())
                .enableECSManagedTags(true)
                .propagateTags("TASK_DEFINITION");
    }

    private SchedulerSchedule.NetworkConfiguration network() {
        var isPublic = scheduled.hasPublicAddress();
        return SchedulerSchedule.NetworkConfiguration.of()
                .awsvpcConfiguration(SchedulerSchedule.AwsVpcConfiguration.of()
                        .said(particulars.at(isPublic ? "publicAddress" : "in"))
                        .subnets(Networks.subnets(cluster.network(), subnets(), out))
                        .securityGroups(groups())
                        .assignPublicIp(TextNode.of(isPublic ? "ENABLED" : "DISABLED")));
    }

    private ListNode groups() {
        var groups = new ArrayList<Node>();
        groups.add(out.ref(scheduled, SecurityGroups.TASKS, "GroupId"));
        if (!scheduled.groups().isEmpty()) {
            SharedGroups.join(scheduled.groups(), groups, out);
            SharedGroups.check(scheduled, groups, out);
        }
        return ListNode.of(groups);
    }

    private SubnetKind subnets() {
        return scheduled.subnets().orElse(scheduled.hasPublicAddress() ? SubnetKind.PUBLIC : SubnetKind.PRIVATE);
    }
}
