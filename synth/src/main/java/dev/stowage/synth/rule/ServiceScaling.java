package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import java.util.ArrayList;
import java.util.List;

/** Rules about what scales the count of a service: {@code service.scaling}. */
final class ServiceScaling implements Family {

    static final Rule BOUNDS = Rule.of("service.scaling.bounds", Severity.ERROR);
    static final Rule ONE_METRIC_TWICE = Rule.of("service.scaling.one-metric-twice", Severity.ERROR);
    static final Rule AIM = Rule.of("service.scaling.aim", Severity.ERROR);
    static final Rule NEVER_WAKES = Rule.of("service.scaling.never-wakes", Severity.WARNING);

    private final Mentions mentions;

    ServiceScaling(Mentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public String judges() {
        return AppScalingScalableTarget.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(BOUNDS, NEVER_WAKES, ONE_METRIC_TWICE, AIM);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var target = subject.view(AppScalingScalableTarget.EMPTY);
        if (!target.scalableDimension().is("ecs:service:DesiredCount")) {
            return;
        }
        if (rule == BOUNDS) {
            bounds(subject, target, findings);
        } else if (rule == ONE_METRIC_TWICE) {
            oneMetricTwice(subject, findings);
        } else if (rule == AIM) {
            aim(subject, findings);
        } else {
            neverWakes(subject, target, graph, findings);
        }
    }

    private static void bounds(Found subject, AppScalingScalableTarget target, Findings findings) {
        var least = target.minCapacity();
        var most = target.maxCapacity();
        if (Reading.less(most, least) != Verdict.HOLDS) {
            return;
        }
        var message = "`" + subject.name() + "` scales from " + least.or(0) + " to " + most.or(0)
                + " tasks, and the most cannot be less than the fewest.";
        var fault = findings.fault("MaxCapacity", most, message)
                .fix(findings.advice(
                        "Write from(" + most.or(0) + ").to(" + least.or(0) + "), or other bounds.",
                        "Set `MaxCapacity` to " + least.or(0) + " or more."));
        findings.add(fault, least, most);
    }

    private void oneMetricTwice(Found subject, Findings findings) {
        var seen = new ArrayList<Found>();
        for (var policy : policies(subject)) {
            var metric = metric(policy);
            for (var other : seen) {
                if (isWhole(metric) && metric(other).is(metric.or(""))) {
                    var message = "`" + subject.name() + "` follows `" + metric.or("")
                            + "` by two policies, and one policy keeps one metric.";
                    var fault = findings.fault("", message)
                            .also("one policy", other.at(""))
                            .also("the other", policy.at(""))
                            .fix("Take one of the policies out.");
                    findings.add(fault, Reading.of(subject, metric, metric(other)));
                }
            }
            seen.add(policy);
        }
    }

    /** Whether the name of a metric says it all; requests are counted for each target group. */
    private static boolean isWhole(Reading<String> metric) {
        return metric.isKnown() && !metric.is("ALBRequestCountPerTarget");
    }

    /** Tasks that do not run use no CPU and no memory, so that nothing that is measured in them starts the first one. */
    private void neverWakes(Found subject, AppScalingScalableTarget target, ResourceGraph graph, Findings findings) {
        var least = target.minCapacity();
        var policies = policies(subject);
        if (!least.is(0)
                || policies.isEmpty()
                || !target.tree().get("ScheduledActions").isEmpty()
                || !graph.isClosedFor(AppScalingScalingPolicy.TYPE)) {
            return;
        }
        for (var policy : policies) {
            var metric = metric(policy);
            if (!isShare(metric)) {
                return;
            }
        }
        var message =
                "`" + subject.name() + "` may have no task, and follows only what running tasks use, so that nothing "
                        + "starts the first one again.";
        var fault = findings.fault("MinCapacity", least, message)
                .fix(findings.advice(
                        "Write from(1), or let it follow a queue: .onBacklog(…).",
                        "Set `MinCapacity` to 1, or add a policy that follows what waits for the service."));
        findings.add(fault, least);
    }

    /** More than all of the memory can be used where only a reservation binds, and of the CPU on instances. */
    private void aim(Found subject, Findings findings) {
        for (var policy : policies(subject)) {
            var metric = metric(policy);
            var aim = policy.view(AppScalingScalingPolicy.EMPTY)
                    .targetTrackingScalingPolicyConfiguration()
                    .or(AppScalingScalingPolicy.TargetTrackingScalingPolicyConfiguration.EMPTY)
                    .targetValue();
            if (aim.isKnown() && isShare(metric) && (aim.or(0.0) <= 0 || aim.or(0.0) > 100)) {
                var value = String.valueOf(aim.or(0.0));
                var number = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
                var message = "`" + subject.name() + "` keeps `" + metric.or("") + "` at " + number
                        + " %, and tasks use more than 0 and up to 100 % of what they have.";
                var fault = findings.fault("", aim, message)
                        .on(policy.stack(), policy.logicalId())
                        .property("TargetTrackingScalingPolicyConfiguration/TargetValue")
                        .fix("Write a number from 1 to 100, such as 60.");
                findings.add(aim.or(0.0) > 100 ? fault.as(Severity.WARNING) : fault, aim, metric);
            }
        }
    }

    private static boolean isShare(Reading<String> metric) {
        return metric.is("ECSServiceAverageCPUUtilization") || metric.is("ECSServiceAverageMemoryUtilization");
    }

    /** The policies that certainly move a target. */
    private List<Found> policies(Found target) {
        var policies = new ArrayList<Found>();
        for (var from : mentions.of(target)) {
            if (from.is(AppScalingScalingPolicy.TYPE) && from.exists() == Verdict.HOLDS) {
                policies.add(from);
            }
        }
        return policies;
    }

    /** The metric that a policy keeps, where it is one of those that have a name. */
    private static Reading<String> metric(Found policy) {
        return policy.view(AppScalingScalingPolicy.EMPTY)
                .targetTrackingScalingPolicyConfiguration()
                .or(AppScalingScalingPolicy.TargetTrackingScalingPolicyConfiguration.EMPTY)
                .predefinedMetricSpecification()
                .or(AppScalingScalingPolicy.PredefinedMetricSpecification.EMPTY)
                .predefinedMetricType();
    }
}
