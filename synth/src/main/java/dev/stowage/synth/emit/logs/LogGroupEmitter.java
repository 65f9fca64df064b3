package dev.stowage.synth.emit.logs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.schema.resource.LogsMetricFilter;
import dev.stowage.schema.resource.LogsMetricFilter.MetricTransformation;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;

/** A log group that several containers share, and what is counted in it. */
public final class LogGroupEmitter {

    static final String GROUP = "SharedLogGroup";

    private LogGroupEmitter() {}

    /** Adds the resources of a log group. */
    public static void emit(LogGroup group, Emission out) {
        var particulars = group.particulars();
        var properties = LogsLogGroup.of();
        if (group.groupName().isPresent()) {
            properties = properties
                    .said(particulars.at("called"))
                    .logGroupName(group.groupName().get());
        }
        if (group.retention().days().isPresent()) {
            properties = properties
                    .said(particulars.at("keep"))
                    .retentionInDays(group.retention().days().getAsInt());
        }
        out.add(Draft.of(group, GROUP, LogsLogGroup.TYPE, properties).kind(Kind.LOG_GROUP));
        for (var metric : group.metrics()) {
            var at = particulars.at("count " + metric.name());
            var measured = MetricTransformation.of()
                    .metricName(metric.name())
                    .metricNamespace(group.name())
                    .metricValue(metric.value());
            var filter = LogsMetricFilter.of()
                    .said(at)
                    .logGroupName(out.ref(group, GROUP))
                    .filterPattern(metric.pattern())
                    .metricTransformations(metric.value().equals("1") ? measured.defaultValue(0) : measured);
            out.add(Draft.of(group, Names.pascal(metric.name()) + "MetricFilter", LogsMetricFilter.TYPE, filter)
                    .at(at));
        }
    }
}
