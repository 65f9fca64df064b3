package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Rules about how an alarm looks at a metric, and whether ECS has that metric: {@code alarm.evaluation}, {@code alarm.ecs}. */
final class AlarmForm implements Family {

    static final Rule EVALUATION = Rule.of("alarm.evaluation", Severity.ERROR);
    static final Rule METRIC = Rule.of("alarm.ecs.metric", Severity.WARNING);
    static final Rule DIMENSIONS = Rule.of("alarm.ecs.dimensions", Severity.WARNING);

    /** Amazon ECS Developer Guide, "Amazon ECS CloudWatch metrics", namespace AWS/ECS. */
    private static final List<String> METRICS = List.of(
            "ActiveConnectionCount",
            "CPUReservation",
            "CPUUtilization",
            "ClientTLSNegotiationErrorCount",
            "EBSFilesystemUtilization",
            "GPUReservation",
            "GrpcErrorCount",
            "HTTPCode_Target_2XX_Count",
            "HTTPCode_Target_3XX_Count",
            "HTTPCode_Target_4XX_Count",
            "HTTPCode_Target_5XX_Count",
            "LiveTaskCount",
            "MemoryReservation",
            "MemoryUtilization",
            "NewConnectionCount",
            "ProcessedBytes",
            "RequestCount",
            "RequestCountPerTarget",
            "TargetResponseTime",
            "TargetTLSNegotiationErrorCount");

    @Override
    public String judges() {
        return CloudWatchAlarm.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(EVALUATION, METRIC, DIMENSIONS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var alarm = subject.view(CloudWatchAlarm.EMPTY);
        if (rule == EVALUATION) {
            evaluation(subject, alarm, findings);
        } else if (alarm.namespace().is("AWS/ECS") && alarm.metricName().isKnown()) {
            if (rule == METRIC) {
                metric(subject, alarm.metricName(), findings);
            } else {
                dimensions(subject, alarm, findings);
            }
        }
    }

    private static void evaluation(Found subject, CloudWatchAlarm alarm, Findings findings) {
        var points = alarm.datapointsToAlarm();
        var periods = alarm.evaluationPeriods();
        if (Reading.less(periods, points) == Verdict.HOLDS) {
            var message = "`" + subject.name() + "` goes off by " + points.or(0) + " bad periods of " + periods.or(0)
                    + ", and there cannot be more of them.";
            findings.add(
                    findings.fault("DatapointsToAlarm", points, message)
                            .fix("Set `DatapointsToAlarm` to " + periods.or(0) + " or less."),
                    points,
                    periods);
        }
        var period = alarm.period();
        var seconds = period.or(60);
        if (period.isKnown()
                && seconds != 10
                && seconds != 20
                && seconds != 30
                && (seconds <= 0 || seconds % 60 != 0)) {
            var message = "`" + subject.name() + "` looks at periods of " + seconds
                    + " s, and CloudWatch takes 10, 20, 30 or a multiple of 60 s.";
            findings.add(findings.fault("Period", period, message).fix("Write 60, or a multiple of it."), period);
        }
    }

    /** Only what looks like a slip of the pen: ECS may have a metric that is younger than this release. */
    private static void metric(Found subject, Reading<String> metric, Findings findings) {
        var meant = METRICS.contains(metric.or(""))
                ? ""
                : Nearest.to(metric.or(""), METRICS).orElse("");
        if (!meant.isEmpty()) {
            var message = "`" + subject.name() + "` watches `" + metric.or("")
                    + "` in AWS/ECS, where ECS puts no metric of that name, so that it stays without data.";
            findings.add(findings.fault("MetricName", metric, message).fix("Write `" + meant + "`."), metric);
        }
    }

    private static void dimensions(Found subject, CloudWatchAlarm alarm, Findings findings) {
        var names = new ArrayList<String>(2);
        for (var dimension : alarm.dimensions()) {
            if (!dimension.name().isKnown()) {
                return;
            }
            names.add(dimension.name().or(""));
        }
        var metric = alarm.metricName();
        var isOfCluster = metric.or("").endsWith("Reservation");
        var isUsed = metric.is("CPUUtilization") || metric.is("MemoryUtilization");
        if (!alarm.dimensions().isComplete() || !isOfCluster && !isUsed) {
            return;
        }
        var isWrong = !names.contains("ClusterName") || isOfCluster && names.contains("ServiceName");
        if (isWrong) {
            var message = "`" + subject.name() + "` watches `" + metric.or("") + "` by "
                    + (names.isEmpty() ? "no dimension" : String.join(", ", names))
                    + ", and ECS keeps it by ClusterName"
                    + (isOfCluster ? " alone" : ", or by that and ServiceName") + ", so that it stays without data.";
            findings.add(findings.fault("Dimensions", message).fix("Name these dimensions."), metric);
        }
    }
}
