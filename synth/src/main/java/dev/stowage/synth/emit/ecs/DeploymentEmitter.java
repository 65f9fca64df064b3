package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.Rolling;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.Shift;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.DeploymentConfiguration;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.cloudwatch.Signals;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.iam.DeploymentRoles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How new tasks of a service replace old ones: its deployment configuration, and the roles and alarms that this needs. */
final class DeploymentEmitter {

    private final Service service;
    private final @Nullable Deployment deployment;
    private final List<Node> alarms;
    private final Emission out;

    private DeploymentEmitter(Service service, List<Node> alarms, Emission out) {
        this.service = service;
        this.deployment = service.spec().deployment().orElse(null);
        this.alarms = alarms;
        this.out = out;
    }

    /** Adds the roles and alarms that a service's deployments need. */
    static DeploymentEmitter emit(Service service, Cluster cluster, List<Target> targets, Emission out) {
        var deployment = service.spec().deployment();
        if (!targets.isEmpty()
                && deployment.isPresent()
                && deployment.get().hasAlternates()
                && deployment.get() instanceof Shift shift) {
            DeploymentRoles.infrastructure(service, shift, out);
        }
        var hasSignals = deployment.isPresent() && !deployment.get().signals().isEmpty();
        var alarms = hasSignals ? Signals.emit(service, cluster, targets, out) : List.<Node>of();
        return new DeploymentEmitter(service, alarms, out);
    }

    /** What the service says of its deployments. */
    DeploymentConfiguration configuration() {
        var configuration = bounded(DeploymentConfiguration.of());
        if (!alarms.isEmpty()) {
            configuration = configuration
                    .said(at("rollbackOn"))
                    .alarms(EcsService.DeploymentAlarms.of()
                            .alarmNames(ListNode.of(alarms))
                            .enable(true)
                            .rollback(true));
        }
        return isShifting() && deployment instanceof Shift shift
                ? Shifts.configuration(configuration, service, shift, out)
                : configuration;
    }

    /** A target group of the service, with all that a shift needs to know of it. */
    EcsService.LoadBalancer shifted(EcsService.LoadBalancer group, Target target) {
        return isShifting() && deployment instanceof Shift shift
                ? Shifts.group(group, service, shift, target, out)
                : group;
    }

    /** Asked first, so that a program without a shift loads none of its classes. */
    private boolean isShifting() {
        return deployment != null && deployment.hasAlternates();
    }

    /** The bounds of a rolling deployment, which hold for a shift too while it starts and stops tasks, and the breaker. */
    private DeploymentConfiguration bounded(DeploymentConfiguration configuration) {
        var rolling = deployment instanceof Rolling said ? said : null;
        var hasBreaker = rolling == null || rolling.hasCircuitBreaker();
        var word = hasBreaker ? "circuitBreaker" : "withoutCircuitBreaker";
        var breaker = EcsService.DeploymentCircuitBreaker.of()
                .said(at(word))
                .enable(hasBreaker)
                .rollback(hasBreaker);
        breaker = rolling == null ? breaker : counting(breaker, rolling);
        return configuration
                .said(at("minHealthy"))
                .minimumHealthyPercent(rolling == null ? 100 : rolling.minHealthy())
                .said(at("maximum"))
                .maximumPercent(rolling == null ? 200 : rolling.maximum())
                .said(at(word))
                .deploymentCircuitBreaker(breaker);
    }

    /** After how many failed tasks it gives up. */
    private EcsService.DeploymentCircuitBreaker counting(EcsService.DeploymentCircuitBreaker plain, Rolling rolling) {
        var breaker = plain;
        if (rolling.failures().isPresent()) {
            breaker = breaker.thresholdConfiguration(EcsService.ThresholdConfiguration.of()
                    .type("COUNT")
                    .value(rolling.failures().getAsInt()));
        }
        if (rolling.failurePercent().isPresent()) {
            breaker = breaker.said(at("circuitBreakerPercent"))
                    .thresholdConfiguration(EcsService.ThresholdConfiguration.of()
                            .type("BOUNDED_PERCENT")
                            .value(rolling.failurePercent().getAsInt()));
        }
        return rolling.isCumulative() ? breaker.said(at("countingAllFailures")).resetOnHealthyTask(false) : breaker;
    }

    private Said at(String word) {
        return deployment == null
                ? service.particulars().at("deploy")
                : Said.of("service", service.name(), word, deployment.lines().at(word));
    }
}
