package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.LoadBalancer;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.semantics.HealthBudget;
import java.util.List;
import java.util.Optional;

/** Rules about how long a service waits for a task to become healthy: {@code service.grace-period}. */
final class ServiceHealth implements Family {

    static final Rule TOO_SHORT = Rule.of("service.grace-period.too-short", Severity.DANGER);

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TOO_SHORT);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        var task = subject.follow("TaskDefinition");
        if (service.loadBalancers().known().isEmpty()
                || !(task instanceof Target.Held held)
                || !held.is(EcsTaskDefinition.TYPE)) {
            return;
        }
        var definition = held.found().view(EcsTaskDefinition.EMPTY);
        for (var entry : service.loadBalancers()) {
            if (tooShort(subject, service, definition, entry, findings)) {
                return;
            }
        }
    }

    /**
     * A container declares in its start period how long it may need to start. The load balancer knows nothing of that: it
     * probes from the first second, and once the grace period is over ECS stops what it calls unhealthy.
     */
    private static boolean tooShort(
            Found subject, EcsService service, EcsTaskDefinition task, LoadBalancer entry, Findings findings) {
        var container = container(task, entry);
        var group = group(subject, entry);
        if (container.isEmpty() || group.isEmpty()) {
            return false;
        }
        var start = HealthBudget.startPeriod(check(container.get()));
        var grace = service.healthCheckGracePeriodSeconds().orDefault(0);
        var soonest = HealthBudget.soonestUnhealthy(group.get().view(ElbTargetGroup.EMPTY));
        if (Reading.less(grace, start) != Verdict.HOLDS || Reading.less(soonest, start) != Verdict.HOLDS) {
            return false;
        }
        var latest = HealthBudget.latestUnhealthy(group.get().view(ElbTargetGroup.EMPTY));
        var isProven = Reading.less(latest, start) == Verdict.HOLDS;
        var end = isProven ? latest.or(0) + " s" : soonest.or(0) + " s at the earliest";
        var message = "`" + subject.name() + "` is given " + grace.or(0)
                + " s to start, and its target group gives up after " + end + ", but container `"
                + entry.containerName().or("") + "` declares that it may need " + start.or(0) + " s.";
        var need = HealthBudget.containerUnhealthy(check(container.get())).or(start.or(0));
        var fault = findings.fault("HealthCheckGracePeriodSeconds", message)
                .as(isProven ? Severity.DANGER : Severity.WARNING)
                .fix(findings.advice(
                        "Write .graceful(ofSeconds(" + need + ")) or more.",
                        "Set `HealthCheckGracePeriodSeconds` to " + need + " or more."))
                .also("the start period of the container", start.at())
                .also("the target group", group.get().at("HealthCheckIntervalSeconds"));
        findings.add(fault, grace, start, isProven ? latest : soonest);
        return true;
    }

    private static HealthCheck check(ContainerDefinition container) {
        return container.healthCheck().or(HealthCheck.EMPTY);
    }

    /** The container that the load balancer asks, unless others wait for it: then the task runs only once it is healthy. */
    private static Optional<ContainerDefinition> container(EcsTaskDefinition task, LoadBalancer entry) {
        Optional<ContainerDefinition> asked = Optional.empty();
        if (!entry.containerName().isKnown() || !task.containerDefinitions().isComplete()) {
            return asked;
        }
        for (var container : task.containerDefinitions()) {
            if (container.name().is(entry.containerName().or(""))) {
                asked = Optional.of(container);
            }
            for (var dependency : container.dependsOn()) {
                if (!dependency.condition().is("START")
                        && !dependency
                                .containerName()
                                .isOther(entry.containerName().or(""))) {
                    return Optional.empty();
                }
            }
        }
        return asked;
    }

    private static Optional<Found> group(Found subject, LoadBalancer entry) {
        var node = entry.tree().get("TargetGroupArn");
        return node.isPresent()
                        && subject.follow(node.get()) instanceof Target.Held held
                        && held.is(ElbTargetGroup.TYPE)
                ? Optional.of(held.found())
                : Optional.empty();
    }
}
