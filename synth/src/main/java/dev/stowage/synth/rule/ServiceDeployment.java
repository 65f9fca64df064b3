package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.semantics.RollingBounds;
import dev.stowage.synth.index.TaskCounts;
import java.util.List;

/** Rules about how a service replaces its tasks: {@code service.deployment}. */
final class ServiceDeployment implements Family {

    static final Rule CANNOT_ROLL = Rule.of("service.deployment.cannot-roll", Severity.ERROR);

    private final TaskCounts counts;

    ServiceDeployment(TaskCounts counts) {
        this.counts = counts;
    }

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(CANNOT_ROLL);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (!Deployments.isRolling(service) || !Deployments.scheduling(service).is("REPLICA")) {
            return;
        }
        var configuration = Deployments.configuration(service);
        var minimum = configuration.minimumHealthyPercent().orDefault(RollingBounds.REPLICA_MINIMUM);
        var maximum = configuration.maximumPercent().orDefault(RollingBounds.REPLICA_MAXIMUM);
        var bounds = new Bounds(minimum, maximum);
        if (minimum.isKnown() && maximum.isKnown() && bounds.stuckUpTo() > 0) {
            cannotRoll(subject, service, bounds, graph, findings);
        }
    }

    private void cannotRoll(Found subject, EcsService service, Bounds bounds, ResourceGraph graph, Findings findings) {
        if (bounds.stuckUpTo() == Integer.MAX_VALUE) {
            var message =
                    "`" + subject.name() + "` keeps " + bounds.minimum().or(0) + " % of its tasks and runs at most "
                            + bounds.maximum().or(0) + " %, so that a deployment can neither stop nor start one.";
            add(subject, message, Severity.ERROR, bounds, 1, findings);
            return;
        }
        var scaling = counts.scaling(graph, subject);
        if (scaling.isPresent() && addRange(subject, scaling.get(), bounds, findings)) {
            return;
        }
        var desired = service.desiredCount();
        var isAlone = desired.isAbsent() && scaling.isEmpty() && graph.isClosedFor(AppScalingScalableTarget.TYPE);
        addCount(subject, isAlone ? desired.orDefault(1) : desired, bounds, findings);
    }

    /** A finding where the least number that scaling can reach cannot be replaced: rounding hurts small numbers most. */
    private static boolean addRange(Found subject, Found scaling, Bounds bounds, Findings findings) {
        var range = scaling.view(AppScalingScalableTarget.EMPTY);
        var least = Reading.max(range.minCapacity(), Reading.<Integer>absent().orDefault(1));
        var most = range.maxCapacity();
        if (!least.isKnown() || !most.isKnown() || least.or(0) > Math.min(bounds.stuckUpTo(), most.or(0))) {
            return false;
        }
        var from = least.or(0);
        var message = "`" + subject.name() + "` scales from "
                + range.minCapacity().or(0) + " to " + tasks(most.or(0)) + ", and " + bounds.stuck(from, most.or(0));
        add(subject, message, Severity.DANGER, bounds, from, findings, least, most);
        return true;
    }

    private static void addCount(Found subject, Reading<Integer> desired, Bounds bounds, Findings findings) {
        var count = desired.or(0);
        if (count >= 1 && count <= bounds.stuckUpTo()) {
            var message = "`" + subject.name() + "` wants " + tasks(count) + ", and " + bounds.stuck(count, count);
            add(subject, message, Severity.DANGER, bounds, count, findings, desired);
        }
    }

    private static void add(
            Found subject,
            String message,
            Severity severity,
            Bounds bounds,
            int count,
            Findings findings,
            Reading<?>... basis) {
        var advice = findings.advice(
                "Write .deploy(rolling().maximum(" + bounds.enough(count) + ")) or more.",
                "Set `MaximumPercent` to " + bounds.enough(count) + " or more, or `MinimumHealthyPercent` to "
                        + bounds.little(count) + " or less.");
        var property = "DeploymentConfiguration/" + bounds.property();
        var fault =
                findings.fault(property, bounds.written(), message).fix(advice).as(severity);
        findings.add(fault, bounds.minimum(), bounds.maximum(), Reading.of(subject, basis));
    }

    private static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }
}
