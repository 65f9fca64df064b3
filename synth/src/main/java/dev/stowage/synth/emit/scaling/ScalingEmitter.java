package dev.stowage.synth.emit.scaling;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.scaling.Backlog;
import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.expression.WholeLiteral;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.AppScalingScalableTarget.ScheduledAction;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.AppScalingScalingPolicy.PredefinedMetricSpecification;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingScalingPolicyConfiguration;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.scheduler.Expressions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a service's count, and a policy for each measure that it follows. */
public final class ScalingEmitter {

    private static final String TARGET = "ScalableTarget";

    private final Service service;
    private final Scaling scaling;
    private final Emission out;

    private ScalingEmitter(Service service, Scaling scaling, Emission out) {
        this.service = service;
        this.scaling = scaling;
        this.out = out;
    }

    /** Adds the resources that scale a service. */
    public static void emit(Service service, Cluster cluster, Scaling scaling, List<Target> targets, Emission out) {
        new ScalingEmitter(service, scaling, out).emit(cluster, targets);
    }

    private void emit(Cluster cluster, List<Target> targets) {
        var resource = ListNode.of(
                TextNode.of("service"),
                ClusterEmitter.name(cluster, out),
                out.ref(service, ServiceEmitter.SERVICE, "Name"));
        var properties = AppScalingScalableTarget.of()
                .said(at("from"))
                .minCapacity(scaling.fewest().in(out))
                .said(at("to"))
                .maxCapacity(scaling.most().in(out))
                .resourceId(Functions.join("/", resource))
                .scalableDimension("ecs:service:DesiredCount")
                .serviceNamespace("ecs");
        if (!scaling.windows().isEmpty()) {
            properties = properties.said(at("at")).scheduledActions(actions());
        }
        out.add(Draft.of(service, TARGET, AppScalingScalableTarget.TYPE, properties)
                .kind(Kind.SCALABLE_TARGET)
                .at(at("from")));
        if (scaling.cpu().isPresent()) {
            policy("Cpu", "onCpu", scaling.cpu().getAsInt(), metric("ECSServiceAverageCPUUtilization"));
        }
        if (scaling.memory().isPresent()) {
            policy("Memory", "onMemory", scaling.memory().getAsInt(), metric("ECSServiceAverageMemoryUtilization"));
        }
        if (scaling.requests().isPresent()) {
            requests(scaling.requests().getAsInt(), targets);
        }
        if (scaling.backlog().isPresent()) {
            backlog(cluster, scaling.backlog().get());
        }
        if (!scaling.tracked().isEmpty()) {
            tracked();
        }
        for (var steps : scaling.stepwise()) {
            new StepPolicies(service, cluster, steps, out).emit(out.ref(service, TARGET));
        }
    }

    private void tracked() {
        for (var tracked : scaling.tracked()) {
            var word = "onMetric " + tracked.metric().name();
            var at = at(word);
            policy(
                    Names.pascal(tracked.metric().name()) + "Metric",
                    word,
                    TargetTrackingScalingPolicyConfiguration.of()
                            .said(at)
                            .customizedMetricSpecification(CustomMetrics.of(service, tracked.metric(), at, out))
                            .targetValue(tracked.aim()));
        }
    }

    private List<ScheduledAction> actions() {
        var actions = new ArrayList<ScheduledAction>(scaling.windows().size());
        for (var window : scaling.windows()) {
            var when = window.from();
            var at = Expressions.at(when, "service", service.name());
            var expression = Expressions.of(when, service.name(), at, out);
            var action = ScheduledAction.of()
                    .said(at)
                    .scheduledActionName(
                            "From" + Names.fingerprint(expression + when.zone().orElse("")))
                    .schedule(expression);
            action =
                    when.zone().isEmpty() ? action : action.timezone(when.zone().get());
            actions.add(action.said(at("at"))
                    .scalableTargetAction(AppScalingScalableTarget.ScalableTargetAction.of()
                            .said(at("at"))
                            .minCapacity(window.fewest())
                            .maxCapacity(window.most())));
        }
        return actions;
    }

    private void backlog(Cluster cluster, Backlog backlog) {
        var at = at("onBacklog");
        var policy = new BacklogPolicy(service, cluster, backlog, at, out);
        policy(
                "Backlog",
                "onBacklog",
                TargetTrackingScalingPolicyConfiguration.of()
                        .said(at)
                        .customizedMetricSpecification(policy.metric())
                        .targetValue(backlog.perCopy()));
        if (mayBeNone()) {
            policy.wake(out.ref(service, TARGET));
        }
    }

    /** Whether there may be no copy at all, now or by the clock; a number that is asked for later may be none. */
    private boolean mayBeNone() {
        var mayBe = !(scaling.fewest() instanceof WholeLiteral least) || least.value() == 0;
        for (var window : scaling.windows()) {
            mayBe = mayBe || window.fewest() == 0;
        }
        return mayBe;
    }

    private void requests(int perCopy, List<Target> targets) {
        var target = counted(targets);
        if (target == null) {
            out.find(
                    "scaling.requests.without-route",
                    at("onRequests"),
                    "`" + service.name() + "` follows its requests, and no Application Load Balancer counts them.",
                    "Put it behind a route of one, or let it follow .onCpu(…).");
            return;
        }
        var label = Functions.join(
                "/",
                ListNode.of(target.balancerName(out), out.ref(service, target.suffix(out), "TargetGroupFullName")));
        policy(
                "Requests",
                "onRequests",
                perCopy,
                metric("ALBRequestCountPerTarget").resourceLabel(label));
    }

    /** The first target group whose requests are counted. */
    private static @Nullable Target counted(List<Target> targets) {
        for (var target : targets) {
            if (target.isOfRequests()) {
                return target;
            }
        }
        return null;
    }

    private static PredefinedMetricSpecification metric(String name) {
        return PredefinedMetricSpecification.of().predefinedMetricType(name);
    }

    private void policy(String measure, String word, int value, PredefinedMetricSpecification metric) {
        policy(
                measure,
                word,
                TargetTrackingScalingPolicyConfiguration.of()
                        .said(at(word))
                        .predefinedMetricSpecification(metric)
                        .targetValue(value));
    }

    private void policy(String measure, String word, TargetTrackingScalingPolicyConfiguration aim) {
        var tracking = aim;
        if (scaling.cooldown().isPresent()) {
            var seconds = out.seconds(scaling.cooldown().get(), at("cooldown"));
            tracking = tracking.said(at("cooldown")).scaleInCooldown(seconds).scaleOutCooldown(seconds);
        }
        var properties = AppScalingScalingPolicy.of()
                .said(at(word))
                .policyName(measure)
                .policyType("TargetTrackingScaling")
                .scalingTargetId(out.ref(service, TARGET))
                .targetTrackingScalingPolicyConfiguration(tracking);
        out.add(Draft.of(service, measure + "ScalingPolicy", AppScalingScalingPolicy.TYPE, properties)
                .kind(Kind.SCALING_POLICY)
                .at(at(word)));
    }

    private Said at(String word) {
        var blank = word.indexOf(' ');
        var spoken = blank < 0 ? word : word.substring(0, blank);
        return Said.of("service", service.name(), spoken, scaling.lines().at(word));
    }
}
