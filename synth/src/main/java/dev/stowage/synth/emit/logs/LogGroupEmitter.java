package dev.stowage.synth.emit.logs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.schema.resource.LogsMetricFilter;
import dev.stowage.schema.resource.LogsMetricFilter.MetricTransformation;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.iam.Arns;

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
        out.add(Draft.of(group, GROUP, LogsLogGroup.TYPE, kept(properties, group, out))
                .kind(Kind.LOG_GROUP));
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

    /** How its entries are encrypted, and what they cost. */
    private static LogsLogGroup kept(LogsLogGroup properties, LogGroup group, Emission out) {
        var particulars = group.particulars();
        var result = properties;
        if (group.encryption().isPresent()) {
            result = result.said(particulars.at("encryptedBy"))
                    .kmsKeyId(Arns.of(group.encryption().get(), "", out));
        }
        if (!group.isInfrequent()) {
            return result;
        }
        if (!group.metrics().isEmpty()) {
            out.find(
                    "task.logs.infrequent",
                    particulars.at("count " + group.metrics().get(0).name()),
                    "`" + group.metrics().get(0).name() + "` is counted in the log group `" + group.name()
                            + "`, and CloudWatch counts nothing in groups of infrequent access.",
                    "Leave .infrequentAccess() out, or count in another group.");
        }
        return result.said(particulars.at("infrequentAccess")).logGroupClass("INFREQUENT_ACCESS");
    }
}
