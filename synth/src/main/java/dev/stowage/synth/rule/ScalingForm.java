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
        var count = steps.known().size();
        if (rule == NUMBER && count > MOST) {
            findings.addCount(
                    STEPS, "has", count, "steps", "a policy", MOST, "Join some, or make two policies of them.");
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
            var fault = i + 1 < spans.size()
                    ? spans.get(i).faultBefore(spans.get(i + 1))
                    : spans.get(i).fault();
            if (!fault.isEmpty()) {
                var message =
                        "`" + subject.name() + "` has " + fault + ", and steps follow on each other without a gap.";
                findings.add(
                        findings.fault(STEPS, message).fix("Let each step begin where the one before it ends."),
                        spans.get(i).lower,
                        spans.get(i).upper);
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

        /** What is wrong with it by itself; empty where nothing is. */
        private String fault() {
            return from < to ? "" : "a step that goes from " + from + " to " + to;
        }

        /** What is wrong with it and the one that begins next; empty where nothing is. */
        private String faultBefore(Span next) {
            if (from >= to) {
                return fault();
            }
            if (to > next.from) {
                return "two steps for what lies between " + next.from + " and " + Math.min(to, next.to);
            }
            return to < next.from ? "no step for what lies between " + to + " and " + next.from : "";
        }
    }
}
