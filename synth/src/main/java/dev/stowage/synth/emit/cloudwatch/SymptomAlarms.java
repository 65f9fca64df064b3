package dev.stowage.synth.emit.cloudwatch;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.observe.Symptom;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CloudWatchAlarm.Dimension;
import dev.stowage.schema.resource.CloudWatchAlarm.MetricDataQuery;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarms that a symptom of a service becomes: one for each port behind a load balancer where it is about requests, one
 * where it is about tasks. Both target groups of a shift count, so that nothing changes when traffic moves.
 */
final class SymptomAlarms {

    private static final String ALARM = "Alarm";

    private final Service service;
    private final Symptom symptom;
    private final Emission out;

    private SymptomAlarms(Service service, Symptom symptom, Emission out) {
        this.service = service;
        this.symptom = symptom;
        this.out = out;
    }

    /** Adds the alarms and answers their names, in a form that the service can hold without needing the alarm first. */
    static List<Node> emit(Service service, Cluster cluster, Symptom symptom, List<Target> targets, Emission out) {
        var alarms = new SymptomAlarms(service, symptom, out);
        return switch (symptom.measure()) {
            case ERRORS, LATENCY -> alarms.ofRequests(targets);
            case CPU -> List.of(alarms.ofTasks(cluster, "Cpu", "CPUUtilization"));
            case MEMORY -> List.of(alarms.ofTasks(cluster, "Memory", "MemoryUtilization"));
        };
    }

    private List<Node> ofRequests(List<Target> targets) {
        var names = new ArrayList<Node>();
        var isErrors = symptom.measure() == Symptom.Measure.ERRORS;
        for (var target : targets) {
            if (!target.isOfRequests()) {
                continue;
            }
            var groups = target.groups(service, out);
            var metrics = isErrors ? errors(target, groups) : latency(target, groups);
            var suffix = target.stem(out) + (isErrors ? "Errors" : "Latency") + ALARM;
            var alarm = base().metrics(metrics);
            out.add(Draft.of(service, suffix, CloudWatchAlarm.TYPE, alarm)
                    .kind(Kind.ALARM)
                    .at(at()));
            names.add(out.ref(service, suffix));
        }
        if (names.isEmpty()) {
            out.find(
                    "symptom.without-route",
                    at(),
                    "`" + service.name() + "` is judged by its requests, and no Application Load Balancer counts them.",
                    "Put it behind a route of one, or judge it by cpuAbove(…) or memoryAbove(…).");
        }
        return names;
    }

    private List<MetricDataQuery> errors(Target target, List<Node> groups) {
        var metrics = new ArrayList<MetricDataQuery>();
        var bad = new ArrayList<String>();
        var all = new ArrayList<String>();
        for (var i = 0; i < groups.size(); i++) {
            bad.add("FILL(bad" + i + ", 0)");
            all.add("FILL(all" + i + ", 0)");
        }
        var sum = String.join(" + ", all);
        metrics.add(formula("IF(" + sum + " > 0, 100 * (" + String.join(" + ", bad) + ") / (" + sum + "), 0)"));
        for (var i = 0; i < groups.size(); i++) {
            metrics.add(metric("all" + i, target, groups.get(i), "RequestCount", "Sum"));
            metrics.add(metric("bad" + i, target, groups.get(i), "HTTPCode_Target_5XX_Count", "Sum"));
        }
        return metrics;
    }

    private List<MetricDataQuery> latency(Target target, List<Node> groups) {
        var metrics = new ArrayList<MetricDataQuery>();
        var times = new ArrayList<String>();
        for (var i = 0; i < groups.size(); i++) {
            times.add("FILL(time" + i + ", 0)");
        }
        var longest = String.join(", ", times);
        metrics.add(formula(times.size() == 1 ? longest : "MAX([" + longest + "])"));
        for (var i = 0; i < groups.size(); i++) {
            metrics.add(metric("time" + i, target, groups.get(i), "TargetResponseTime", "p95"));
        }
        return metrics;
    }

    private static MetricDataQuery formula(String expression) {
        return MetricDataQuery.of().id("symptom").expression(expression).returnData(true);
    }

    private MetricDataQuery metric(String id, Target target, Node group, String name, String statistic) {
        var metric = CloudWatchAlarm.Metric.of()
                .namespace("AWS/ApplicationELB")
                .metricName(name)
                .dimensions(
                        Dimension.of().name("LoadBalancer").value(target.balancerName(out)),
                        Dimension.of().name("TargetGroup").value(group));
        var measured = CloudWatchAlarm.MetricStat.of().metric(metric).period(60).stat(statistic);
        return MetricDataQuery.of().id(id).metricStat(measured).returnData(false);
    }

    /**
     * An alarm of the tasks names the service, and the service names the alarm: a circle, were it not for a name that both
     * can spell out.
     */
    private Node ofTasks(Cluster cluster, String word, String metric) {
        var name = CallNode.of(
                "Fn::Sub", TextNode.of("${AWS::StackName}-" + out.estate().stem(service) + "-" + word));
        var alarm = base().alarmName(name)
                .namespace("AWS/ECS")
                .metricName(metric)
                .statistic("Average")
                .period(60)
                .dimensions(
                        Dimension.of().name("ClusterName").value(ClusterEmitter.name(cluster, out)),
                        Dimension.of().name("ServiceName").value(out.ref(service, ServiceEmitter.SERVICE, "Name")));
        out.add(Draft.of(service, word + ALARM, CloudWatchAlarm.TYPE, alarm)
                .kind(Kind.ALARM)
                .at(at()));
        return name;
    }

    private CloudWatchAlarm base() {
        return CloudWatchAlarm.of()
                .said(at())
                .alarmDescription("Rolls back a deployment of service " + service.name())
                .comparisonOperator("GreaterThanThreshold")
                .threshold(symptom.limit())
                .evaluationPeriods(3)
                .datapointsToAlarm(2)
                .treatMissingData("notBreaching");
    }

    private Said at() {
        return Said.of(
                "service",
                service.name(),
                symptom.lines().lastWord(),
                symptom.lines().birth());
    }
}
