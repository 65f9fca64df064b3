package dev.stowage.synth.emit.scaling;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Insights;
import dev.stowage.dsl.scaling.Backlog;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.AppScalingScalingPolicy.CustomizedMetricSpecification;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepAdjustment;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepScalingPolicyConfiguration;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingMetric;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingMetricDataQuery;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingMetricDimension;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingMetricStat;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CloudWatchAlarm.MetricDataQuery;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.sqs.QueueEmitter;

/**
 * Copies that follow the messages that wait for each of them. The count of running tasks comes from Container Insights. A
 * share of no tasks is no number, so that a service that may have none is woken by an alarm of its own as soon as a message
 * waits.
 */
final class BacklogPolicy {

    private static final String WAKE = "WakeScalingPolicy";
    private static final int MINUTE = 60;

    private final Service service;
    private final Cluster cluster;
    private final Backlog backlog;
    private final Said at;
    private final Emission out;

    BacklogPolicy(Service service, Cluster cluster, Backlog backlog, Said at, Emission out) {
        this.service = service;
        this.cluster = out.estate().current(cluster);
        this.backlog = backlog;
        this.at = at;
        this.out = out;
    }

    /** What the policy aims at: messages for each running task. */
    CustomizedMetricSpecification metric() {
        check();
        return CustomizedMetricSpecification.of()
                .metrics(
                        query("waiting")
                                .metricStat(stat("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum", queue())),
                        query("running")
                                .metricStat(stat(
                                        "ECS/ContainerInsights",
                                        "RunningTaskCount",
                                        "Average",
                                        dimension("ClusterName", ClusterEmitter.name(cluster, out)),
                                        dimension("ServiceName", serviceName()))),
                        query("share")
                                .label("Waiting messages for each running task")
                                .expression("waiting / running")
                                .returnData(true));
    }

    private void check() {
        if (cluster.locator().isEmpty() && cluster.insights() == Insights.DISABLED) {
            out.find(Diagnostic.of(
                            RuleId.of("scaling.backlog.without-insights"),
                            Severity.DANGER,
                            at,
                            "`" + service.name()
                                    + "` follows the messages for each running task, and without Container "
                                    + "Insights cluster `" + cluster.name()
                                    + "` counts no running tasks, so that it never "
                                    + "scales.")
                    .fix("Write .insights(ENABLED) on the cluster."));
        }
        if (backlog.perCopy() < 1) {
            out.find(
                    "scaling.backlog.per-copy",
                    at,
                    "`" + service.name() + "` lets " + backlog.perCopy()
                            + " messages wait for each copy, and it can let 1 or more.",
                    "Write how many messages a copy works off in the time that one may wait; said by .onLatency(…), that time"
                            + " is as long as the work on one message, or longer.");
        }
    }

    private static TargetTrackingMetricDataQuery query(String id) {
        return TargetTrackingMetricDataQuery.of().id(id).returnData(false);
    }

    private static TargetTrackingMetricStat stat(
            String namespace, String name, String statistic, TargetTrackingMetricDimension... dimensions) {
        return TargetTrackingMetricStat.of()
                .metric(TargetTrackingMetric.of()
                        .namespace(namespace)
                        .metricName(name)
                        .dimensions(dimensions))
                .stat(statistic);
    }

    private TargetTrackingMetricDimension queue() {
        return dimension("QueueName", queueName());
    }

    private static TargetTrackingMetricDimension dimension(String name, Node value) {
        return TargetTrackingMetricDimension.of().name(name).value(value);
    }

    private Node queueName() {
        return QueueEmitter.attribute(backlog.queue(), "QueueName", out);
    }

    private Node serviceName() {
        return out.ref(service, ServiceEmitter.SERVICE, "Name");
    }

    /** Adds what starts the first copy. */
    void wake(Node target) {
        var steps = StepScalingPolicyConfiguration.of()
                .said(at)
                .adjustmentType("ChangeInCapacity")
                .cooldown(MINUTE)
                .metricAggregationType("Maximum")
                .stepAdjustments(StepAdjustment.of().metricIntervalLowerBound(0).scalingAdjustment(1));
        var policy = AppScalingScalingPolicy.of()
                .said(at)
                .policyName("Wake")
                .policyType("StepScaling")
                .scalingTargetId(target)
                .stepScalingPolicyConfiguration(steps);
        out.add(Draft.of(service, WAKE, AppScalingScalingPolicy.TYPE, policy)
                .kind(Kind.SCALING_POLICY)
                .at(at.because("it may have no copies")));
        out.add(Draft.of(service, "WakeAlarm", CloudWatchAlarm.TYPE, asleep())
                .kind(Kind.ALARM)
                .at(at.because("it may have no copies")));
    }

    /** That messages wait while no task runs. */
    private CloudWatchAlarm asleep() {
        return CloudWatchAlarm.of()
                .said(at)
                .alarmDescription("Messages wait and no task runs.")
                .comparisonOperator("GreaterThanThreshold")
                .threshold(0)
                .evaluationPeriods(1)
                .treatMissingData("notBreaching")
                .metrics(
                        measured(
                                "waiting",
                                "AWS/SQS",
                                "ApproximateNumberOfMessagesVisible",
                                label("QueueName", queueName())),
                        measured(
                                "running",
                                "ECS/ContainerInsights",
                                "RunningTaskCount",
                                label("ClusterName", ClusterEmitter.name(cluster, out)),
                                label("ServiceName", serviceName())),
                        MetricDataQuery.of()
                                .id("asleep")
                                .label("Messages that wait while no task runs")
                                .expression("IF(FILL(running, 0) < 1, waiting, 0)")
                                .returnData(true))
                .alarmActions(ListNode.of(out.ref(service, WAKE)));
    }

    private static MetricDataQuery measured(
            String id, String namespace, String name, CloudWatchAlarm.Dimension... dimensions) {
        var metric = CloudWatchAlarm.Metric.of()
                .namespace(namespace)
                .metricName(name)
                .dimensions(dimensions);
        var stat = CloudWatchAlarm.MetricStat.of().metric(metric).period(MINUTE).stat("Maximum");
        return MetricDataQuery.of().id(id).metricStat(stat).returnData(false);
    }

    private static CloudWatchAlarm.Dimension label(String name, Node value) {
        return CloudWatchAlarm.Dimension.of().name(name).value(value);
    }
}
