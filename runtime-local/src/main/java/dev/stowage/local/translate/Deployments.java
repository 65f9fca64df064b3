package dev.stowage.local.translate;

import dev.stowage.local.deploy.Alarms;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.DeploymentAlarms;
import dev.stowage.schema.resource.EcsService.DeploymentCircuitBreaker;
import dev.stowage.schema.resource.EcsService.DeploymentConfiguration;
import dev.stowage.schema.resource.EcsService.ThresholdConfiguration;
import java.time.Duration;
import java.util.Set;

/** How services are deployed: in place, whatever they say; the report tells where they say something else. */
final class Deployments {

    private Deployments() {}

    static DeploymentSettings of(Grounded service, EcsService view, boolean isDaemon, Work work) {
        var configuration = view.deploymentConfiguration().or(DeploymentConfiguration.EMPTY);
        tellOtherWays(service, view, configuration, work);
        var standard = isDaemon ? DeploymentSettings.DAEMON : DeploymentSettings.REPLICA;
        return standard.between(
                        configuration.minimumHealthyPercent().or(standard.minimumHealthyPercent()),
                        configuration.maximumPercent().or(standard.maximumPercent()))
                .with(breaker(configuration.deploymentCircuitBreaker().or(DeploymentCircuitBreaker.EMPTY)))
                .with(alarms(configuration));
    }

    private static Alarms alarms(DeploymentConfiguration configuration) {
        var view = configuration.alarms().or(DeploymentAlarms.EMPTY);
        if (!Reads.is(view.enable())) {
            return Alarms.NONE;
        }
        var bake = Duration.ofMinutes(configuration.bakeTimeInMinutes().or(0));
        return new Alarms(Set.copyOf(Reads.texts(view.alarmNames())), Reads.is(view.rollback()), bake);
    }

    private static Breaker breaker(DeploymentCircuitBreaker view) {
        if (!Reads.is(view.enable())) {
            return Breaker.OFF;
        }
        var breaker = Reads.is(view.rollback()) ? Breaker.ROLLBACK : Breaker.ON;
        var counted = view.thresholdConfiguration()
                .known()
                .map(configuration -> breaker.bearing(threshold(configuration)))
                .orElse(breaker);
        return view.resetOnHealthyTask().is(false) ? counted.cumulative() : counted;
    }

    private static Breaker.Threshold threshold(ThresholdConfiguration view) {
        var value = view.value();
        return switch (view.type().or("")) {
            case "COUNT" -> new Breaker.Threshold.Count(value.or(3));
            case "UNBOUNDED_PERCENT" -> new Breaker.Threshold.UnboundedPercent(value.or(50));
            default -> new Breaker.Threshold.BoundedPercent(value.or(50));
        };
    }

    private static void tellOtherWays(
            Grounded service, EcsService view, DeploymentConfiguration configuration, Work work) {
        var controller = view.deploymentController()
                .known()
                .flatMap(one -> one.type().known())
                .orElse("ECS");
        var strategy = configuration.strategy().or("ROLLING");
        var way = controller.equals("ECS") ? strategy : controller;
        if (!way.equals("ROLLING")) {
            work.tell(Gap.DEPLOYMENT.at(
                    service.at("DeploymentConfiguration"),
                    "Service `" + service.name() + "` is deployed by " + way
                            + " on AWS; here its tasks are replaced in place."));
        }
        if (!configuration.lifecycleHooks().known().isEmpty()) {
            work.tell(Gap.HOOK.at(
                    service.at("DeploymentConfiguration", "LifecycleHooks"),
                    "The hooks of deployments of service `" + service.name() + "` are not called."));
        }
        if (configuration.alarms().known().filter(one -> Reads.is(one.enable())).isPresent()) {
            work.tell(Gap.ALARM.at(
                    service.at("DeploymentConfiguration", "Alarms"),
                    "The alarms that stop a deployment of service `" + service.name()
                            + "` have no local source; they are OK until `local alarm` says otherwise."));
        }
        tellBakeTime(service, configuration, way, work);
    }

    private static void tellBakeTime(Grounded service, DeploymentConfiguration configuration, String way, Work work) {
        if (way.equals("BLUE_GREEN") && configuration.bakeTimeInMinutes().isAbsent()) {
            work.tell(Gap.BAKE.at(
                    service.at("DeploymentConfiguration"),
                    "Service `" + service.name() + "` gives no bake time; AWS asks for one."));
        }
    }
}
