package dev.stowage.synth.emit.scaling;

import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.AppScalingScalingPolicy.CustomizedMetricSpecification;
import dev.stowage.schema.resource.AppScalingScalingPolicy.MetricDimension;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;

/** Metrics of one's own that a count follows. */
final class CustomMetrics {

    private static final int MINUTE = 60;

    private CustomMetrics() {}

    /** A metric as Application Auto Scaling takes it. */
    static CustomizedMetricSpecification of(Service service, Metric metric, Said at, Emission out) {
        if (metric.statistic().startsWith("p") || metric.period().toSeconds() != MINUTE) {
            out.find(
                    "scaling.metric",
                    at,
                    "`" + service.name() + "` follows `" + metric.name() + "`, and Application Auto Scaling follows an "
                            + "average, a sum, the largest or smallest value or their number, of each minute.",
                    "Write .average() or .sum(), and leave .every(…) out.");
        }
        var specification = CustomizedMetricSpecification.of()
                .said(at)
                .namespace(metric.namespace())
                .metricName(metric.name())
                .statistic(metric.statistic());
        var dimensions = new ArrayList<MetricDimension>(metric.dimensions().size());
        for (var dimension : metric.dimensions()) {
            dimensions.add(MetricDimension.of()
                    .name(dimension.name())
                    .value(dimension.value().in(out)));
        }
        return dimensions.isEmpty() ? specification : specification.dimensions(dimensions);
    }
}
