package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepAdjustment;
import dev.stowage.schema.resource.AppScalingScalingPolicy.StepScalingPolicyConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules about the steps of a scaling policy: {@code scaling.steps}. */
final class ScalingForm implements Family {

    static final Rule NUMBER = Rule.of("scaling.steps.number", Severity.ERROR);
    static final Rule BOUNDS = Rule.of("scaling.steps.bounds", Severity.ERROR);

    /** Application Auto Scaling User Guide, "Quotas for Application Auto Scaling". */
    private static final int MOST = 20;

    private static final String STEPS = "StepScalingPolicyConfiguration/StepAdjustments";

    @Override
    public String judges() {
        return AppScalingScalingPolicy.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NUMBER, BOUNDS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var steps = subject.view(AppScalingScalingPolicy.EMPTY)
                .stepScalingPolicyConfiguration()
                .or(StepScalingPolicyConfiguration.EMPTY)
                .stepAdjustments();
        if (rule == NUMBER && steps.known().size() > MOST) {
            var message =
                    "`" + subject.name() + "` has " + steps.known().size() + " steps, and a policy takes " + MOST + ".";
            findings.add(findings.fault(STEPS, message).fix("Join some, or make two policies of them."));
        } else if (rule == BOUNDS && steps.isComplete()) {
            bounds(subject, steps.known(), findings);
        }
    }

    private static void bounds(Found subject, List<StepAdjustment> steps, Findings findings) {
        var spans = new ArrayList<Span>(steps.size());
        for (var step : steps) {
            var lower = step.metricIntervalLowerBound();
            var upper = step.metricIntervalUpperBound();
            if (lower.isUnknown() || upper.isUnknown()) {
                return;
            }
            spans.add(new Span(lower.or(Double.NEGATIVE_INFINITY), upper.or(Double.POSITIVE_INFINITY), lower, upper));
        }
        spans.sort(Comparator.comparingDouble(Span::from));
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var next = i + 1 < spans.size() ? spans.get(i + 1) : null;
            var fault = span.from >= span.to
                    ? "a step that goes from " + span.from + " to " + span.to
                    : next != null && span.to > next.from
                            ? "two steps for what lies between " + next.from + " and " + Math.min(span.to, next.to)
                            : next != null && span.to < next.from
                                    ? "no step for what lies between " + span.to + " and " + next.from
                                    : "";
            if (!fault.isEmpty()) {
                var message =
                        "`" + subject.name() + "` has " + fault + ", and steps follow on each other without a gap.";
                findings.add(
                        findings.fault(STEPS, message).fix("Let each step begin where the one before it ends."),
                        span.lower,
                        span.upper);
                return;
            }
        }
    }

    /** From where to where a step goes, counted from the threshold of the alarm. */
    private static final class Span {

        private final double from;
        private final double to;
        private final Reading<Double> lower;
        private final Reading<Double> upper;

        private Span(double from, double to, Reading<Double> lower, Reading<Double> upper) {
            this.from = from;
            this.to = to;
            this.lower = lower;
            this.upper = upper;
        }

        private double from() {
            return from;
        }
    }
}
