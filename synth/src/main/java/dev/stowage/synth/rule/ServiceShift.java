package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.AppScalingScalingPolicy.PredefinedMetricSpecification;
import dev.stowage.schema.resource.AppScalingScalingPolicy.TargetTrackingScalingPolicyConfiguration;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.synth.index.TaskCounts;
import java.util.List;

/** Rules about services whose deployments shift traffic, done by ECS itself or by CodeDeploy: {@code service.shift}. */
final class ServiceShift implements Family {

    static final Rule WITHOUT_TRAFFIC = Rule.of("service.shift.without-traffic", Severity.ERROR);
    static final Rule REQUEST_SCALING = Rule.of("service.shift.request-scaling", Severity.ERROR);
    static final Rule RANGE = Rule.of("service.shift.range", Severity.ERROR);
    static final Rule TOTAL = Rule.of("service.shift.total", Severity.ERROR);
    static final Rule HOOK_STAGE = Rule.of("service.shift.hook-stage", Severity.ERROR);

    private final TaskCounts counts;

    ServiceShift(TaskCounts counts) {
        this.counts = counts;
    }

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(HOOK_STAGE, RANGE, REQUEST_SCALING, TOTAL, WITHOUT_TRAFFIC);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == REQUEST_SCALING && Deployments.isByCodeDeploy(service)) {
            var controller = Deployments.controller(service);
            requestScaling(subject, controller, "DeploymentController/Type", graph, findings);
            return;
        }
        var strategy = Deployments.configuration(service).strategy();
        var isGradual = strategy.is("CANARY") || strategy.is("LINEAR");
        if (!Deployments.isByEcs(service) || !isGradual && !strategy.is("BLUE_GREEN")) {
            return;
        }
        if (rule == RANGE || rule == TOTAL) {
            new ShiftTimes(subject, Deployments.configuration(service), findings).judge(rule);
        } else if (rule == HOOK_STAGE) {
            hookStage(subject, service, findings);
        } else if (rule == REQUEST_SCALING) {
            requestScaling(subject, strategy, "DeploymentConfiguration/Strategy", graph, findings);
        } else if (isGradual) {
            withoutTraffic(subject, service, strategy, findings);
        }
    }

    private static void withoutTraffic(Found subject, EcsService service, Reading<String> strategy, Findings findings) {
        var hasNone = service.loadBalancers().known().isEmpty()
                && service.loadBalancers().isComplete()
                && service.serviceConnectConfiguration().isAbsent()
                && service.vpcLatticeConfigurations().isAbsent();
        if (!hasNone) {
            return;
        }
        var message = "`" + subject.name() + "` shifts its traffic bit by bit, and nothing leads traffic to it.";
        var fault = findings.fault("DeploymentConfiguration/Strategy", strategy, message)
                .fix(findings.advice(
                        "Put it .behind(…) a route, or deploy it by blueGreen() or rolling().",
                        "Add `LoadBalancers` or `ServiceConnectConfiguration`, or set `Strategy` to BLUE_GREEN."));
        findings.add(fault, strategy);
    }

    private void requestScaling(
            Found subject, Reading<String> strategy, String property, ResourceGraph graph, Findings findings) {
        var scaling = counts.scaling(graph, subject);
        if (scaling.isEmpty()) {
            return;
        }
        for (var policy : graph.all(AppScalingScalingPolicy.TYPE)) {
            var isOfService = policy.follow("ScalingTargetId") instanceof Target.Held held
                    && held.found().isSame(scaling.get());
            var metric = metric(policy);
            if (isOfService && metric.is("ALBRequestCountPerTarget")) {
                var message = "`" + subject.name() + "` follows the requests of one target group, and a shift leads "
                        + "them to another one, so that the count follows nothing.";
                var fault = findings.fault(property, strategy, message)
                        .fix(findings.advice(
                                "Let it follow .onCpu(…), or deploy it by rolling().",
                                "Let the policy follow ECSServiceAverageCPUUtilization, or deploy without a shift."))
                        .also("the scaling policy", policy.resource().at());
                findings.add(fault, strategy, metric);
                return;
            }
        }
    }

    private static Reading<String> metric(Found policy) {
        return policy.view(AppScalingScalingPolicy.EMPTY)
                .targetTrackingScalingPolicyConfiguration()
                .or(TargetTrackingScalingPolicyConfiguration.EMPTY)
                .predefinedMetricSpecification()
                .or(PredefinedMetricSpecification.EMPTY)
                .predefinedMetricType();
    }

    private static void hookStage(Found subject, EcsService service, Findings findings) {
        var position = 0;
        for (var hook : Deployments.configuration(service).lifecycleHooks()) {
            var property = "DeploymentConfiguration/LifecycleHooks/" + position++;
            for (var stage : hook.lifecycleStages()) {
                var isShifting = stage.is("TEST_TRAFFIC_SHIFT") || stage.is("PRODUCTION_TRAFFIC_SHIFT");
                if (isShifting && hook.targetType().is("PAUSE")) {
                    var message = "`" + subject.name() + "` pauses at stage " + stage.or("")
                            + ", while traffic is being shifted, where ECS cannot pause.";
                    var fault = findings.fault(property + "/LifecycleStages", stage, message)
                            .fix("Pause one stage earlier or later, such as at POST_TEST_TRAFFIC_SHIFT.");
                    findings.add(fault, stage, hook.targetType());
                }
            }
        }
    }
}
