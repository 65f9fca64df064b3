package dev.stowage.synth.emit.scaling;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.scaling.Steps;
import dev.stowage.dsl.scaling.Steps.Measure;
import dev.stowage.dsl.scaling.Steps.Step;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepAdjustment;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepScalingPolicyConfiguration;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CloudWatchAlarm.Dimension;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.sqs.QueueEmitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps upwards and steps downwards: for each direction a policy, and the alarm at its first threshold that sets it off. The
 * bounds of steps count from the threshold of their alarm, and the last step has no end.
 */
final class StepPolicies {

    private static final int MINUTE = 60;
    private static final int MOST_STEPS = 20;

    private final Service service;
    private final Cluster cluster;
    private final Steps steps;
    private final Emission out;

    StepPolicies(Service service, Cluster cluster, Steps steps, Emission out) {
        this.service = service;
        this.cluster = cluster;
        this.steps = steps;
        this.out = out;
    }

    /** Adds the policies and alarms. */
    void emit(Node target) {
        if (!steps.ups().isEmpty()) {
            emit("Up", "above", sorted(steps.ups(), 1), 1, target);
        }
        if (!steps.downs().isEmpty()) {
            emit("Down", "below", sorted(steps.downs(), -1), -1, target);
        }
    }

    private void emit(String direction, String word, List<Step> sorted, int sign, Node target) {
        var at = Said.of("service", service.name(), word, steps.lines().at(word));
        check(sorted, word, at);
        var name = name() + direction;
        var policy = AppScalingScalingPolicy.of()
                .said(at)
                .policyName(name)
                .policyType("StepScaling")
                .scalingTargetId(target)
                .stepScalingPolicyConfiguration(StepScalingPolicyConfiguration.of()
                        .adjustmentType("ChangeInCapacity")
                        .metricAggregationType("Average")
                        .cooldown(sign > 0 ? MINUTE : 5 * MINUTE)
                        .stepAdjustments(adjustments(sorted, sign)));
        out.add(Draft.of(service, name + "StepPolicy", AppScalingScalingPolicy.TYPE, policy)
                .kind(Kind.SCALING_POLICY)
                .at(at));
        var alarm = alarm().said(at)
                .comparisonOperator(sign > 0 ? "GreaterThanOrEqualToThreshold" : "LessThanOrEqualToThreshold")
                .threshold(sorted.get(0).threshold())
                .period(MINUTE)
                .evaluationPeriods(sign > 0 ? 1 : 5)
                .treatMissingData("notBreaching")
                .alarmActions(ListNode.of(out.ref(service, name + "StepPolicy")));
        out.add(Draft.of(service, name + "StepAlarm", CloudWatchAlarm.TYPE, alarm)
                .kind(Kind.ALARM)
                .at(at));
    }

    private void check(List<Step> sorted, String word, Said at) {
        for (var i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).copies() < 1) {
                out.find(
                        "scaling.steps.copies",
                        at,
                        "`" + service.name() + "` moves by " + sorted.get(i).copies() + " copies at "
                                + sorted.get(i).threshold() + ", and a step moves 1 or more.",
                        "Write how many copies come or go: ." + word + "("
                                + sorted.get(i).threshold() + ", 1).");
            }
            if (i > 0 && sorted.get(i).threshold() == sorted.get(i - 1).threshold()) {
                out.find(
                        "scaling.steps.thresholds",
                        at,
                        "`" + service.name() + "` has two steps at "
                                + sorted.get(i).threshold() + ", and each step begins elsewhere.",
                        "Take one of the two out, or give it another threshold.");
            }
        }
        if (sorted.size() > MOST_STEPS) {
            out.find(
                    "scaling.steps.number",
                    at,
                    "`" + service.name() + "` has " + sorted.size() + " steps, and a policy takes " + MOST_STEPS + ".",
                    "Say fewer, larger steps.");
        }
    }

    private static List<Step> sorted(List<Step> said, int sign) {
        var sorted = new ArrayList<Step>(said.size());
        for (var step : said) {
            var position = 0;
            while (position < sorted.size() && sign * sorted.get(position).threshold() <= sign * step.threshold()) {
                position++;
            }
            sorted.add(position, step);
        }
        return sorted;
    }

    private static List<StepAdjustment> adjustments(List<Step> sorted, int sign) {
        var first = sorted.get(0).threshold();
        var adjustments = new ArrayList<StepAdjustment>(sorted.size());
        for (var i = 0; i < sorted.size(); i++) {
            var near = sorted.get(i).threshold() - first;
            var adjustment = StepAdjustment.of();
            adjustment =
                    sign > 0 ? adjustment.metricIntervalLowerBound(near) : adjustment.metricIntervalUpperBound(near);
            if (i + 1 < sorted.size()) {
                var far = sorted.get(i + 1).threshold() - first;
                adjustment =
                        sign > 0 ? adjustment.metricIntervalUpperBound(far) : adjustment.metricIntervalLowerBound(far);
            }
            adjustments.add(adjustment.scalingAdjustment(sign * sorted.get(i).copies()));
        }
        return adjustments;
    }

    private String name() {
        if (steps.measure() == Measure.WAITING) {
            return "Waiting";
        }
        return steps.measure() == Measure.CPU ? "Cpu" : "Memory";
    }

    private CloudWatchAlarm alarm() {
        if (steps.measure() == Measure.WAITING) {
            var queue = QueueEmitter.attribute(steps.queue().orElseThrow(), "QueueName", out);
            return CloudWatchAlarm.of()
                    .namespace("AWS/SQS")
                    .metricName("ApproximateNumberOfMessagesVisible")
                    .statistic("Maximum")
                    .dimensions(Dimension.of().name("QueueName").value(queue));
        }
        return CloudWatchAlarm.of()
                .namespace("AWS/ECS")
                .metricName(steps.measure() == Measure.CPU ? "CPUUtilization" : "MemoryUtilization")
                .statistic("Average")
                .dimensions(
                        Dimension.of().name("ClusterName").value(ClusterEmitter.name(cluster, out)),
                        Dimension.of().name("ServiceName").value(out.ref(service, ServiceEmitter.SERVICE, "Name")));
    }
}
