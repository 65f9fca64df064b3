package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.resource.SchedulerSchedule.EcsParameters;
import dev.stowage.schema.resource.SchedulerSchedule.FlexibleTimeWindow;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.TaskDefinitions;
import dev.stowage.synth.emit.iam.RunTaskGrant;

/** A task that starts by the clock, and all that follows from it: task definition, roles, logs, security group, dead letters. */
public final class ScheduleEmitter {

    /** The end of the logical id of a schedule. */
    static final String SCHEDULE = "Schedule";

    private final ScheduledTask scheduled;
    private final Particulars particulars;
    private final Launching launching;
    private final Emission out;

    private ScheduleEmitter(ScheduledTask scheduled, Emission out) {
        this.scheduled = scheduled;
        this.particulars = scheduled.particulars();
        this.launching = Launching.of(scheduled, "EventBridge Scheduler", out);
        this.out = out;
    }

    /** Adds the resources of a scheduled task. */
    public static void emit(ScheduledTask scheduled, Emission out) {
        new ScheduleEmitter(scheduled, out).emit();
    }

    private void emit() {
        var deadLetters = DeadLetters.emit(scheduled, out);
        launching.emit("scheduler.amazonaws.com", deadLetters.arn(), deadLetters.key());
        var properties = timed().said(particulars.at("within"))
                .flexibleTimeWindow(window())
                .said(particulars.birth())
                .target(target(deadLetters));
        out.add(Draft.of(scheduled, SCHEDULE, SchedulerSchedule.TYPE, properties)
                .kind(Kind.SCHEDULE)
                .after(launching.after()));
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
        var state = scheduled.spec().state();
        return state.isEmpty()
                ? properties
                : properties
                        .said(particulars.at(particulars.lines().has("state") ? "state" : "paused"))
                        .state(state.get().in(out));
    }

    private FlexibleTimeWindow window() {
        if (scheduled.window().isEmpty()) {
            return FlexibleTimeWindow.of().mode("OFF");
        }
        var minutes = launching.between(scheduled.window().get(), "within") / 60;
        return FlexibleTimeWindow.of().mode("FLEXIBLE").maximumWindowInMinutes(minutes);
    }

    private SchedulerSchedule.Target target(DeadLetters deadLetters) {
        var target = SchedulerSchedule.Target.of()
                .said(particulars.birth())
                .arn(ClusterEmitter.arn(launching.cluster(), out))
                .roleArn(out.ref(scheduled, RunTaskGrant.ROLE, "Arn"))
                .ecsParameters(task());
        var queue = deadLetters.arn();
        if (queue.isPresent()) {
            target = target.deadLetterConfig(
                    SchedulerSchedule.DeadLetterConfig.of().arn(queue.get()));
        }
        return launching.hasRetries() ? target.retryPolicy(launching.retries()) : target;
    }

    private EcsParameters task() {
        return EcsParameters.of()
                .taskDefinitionArn(out.ref(scheduled, TaskDefinitions.TASK))
                .said(particulars.at("count"))
                .taskCount(launching.copies())
                .said(launching.placed())
                .capacityProviderStrategy(launching.strategy())
                .said(particulars.birth())
                .networkConfiguration(network())
                .enableECSManagedTags(true)
                .propagateTags("TASK_DEFINITION");
    }

    private SchedulerSchedule.NetworkConfiguration network() {
        var isPublic = scheduled.spec().hasPublicAddress();
        return SchedulerSchedule.NetworkConfiguration.of()
                .awsvpcConfiguration(SchedulerSchedule.AwsVpcConfiguration.of()
                        .said(particulars.at(isPublic ? "publicAddress" : "in"))
                        .subnets(launching.subnets())
                        .securityGroups(launching.groups())
                        .assignPublicIp(TextNode.of(isPublic ? "ENABLED" : "DISABLED")));
    }
}
