package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.service.Pace;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.Shift;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AdvancedConfiguration;
import dev.stowage.schema.resource.EcsService.DeploymentConfiguration;
import dev.stowage.schema.resource.EcsService.DeploymentLifecycleHook;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.iam.DeploymentRoles;
import java.util.ArrayList;
import java.util.Locale;

/** Deployments that shift traffic: the strategy, its hooks, and the second target group of each first one. */
final class Shifts {

    private final Service service;
    private final Shift shift;
    private final Emission out;

    private Shifts(Service service, Shift shift, Emission out) {
        this.service = service;
        this.shift = shift;
        this.out = out;
    }

    /** The same deployment configuration with the strategy of a shift. */
    static DeploymentConfiguration configuration(
            DeploymentConfiguration configuration, Service service, Shift shift, Emission out) {
        var shifts = new Shifts(service, shift, out);
        return shifts.hooked(shifts.paced(configuration));
    }

    /** The same target group of a service with its alternate and the rules by which ECS moves traffic between the two. */
    static EcsService.LoadBalancer group(
            EcsService.LoadBalancer group, Service service, Shift shift, Target target, Emission out) {
        var advanced = AdvancedConfiguration.of()
                .said(Said.of("service", service.name(), "deploy", shift.lines().birth()))
                .alternateTargetGroupArn(out.ref(service, target.alternateSuffix(out)))
                .productionListenerRule(out.ref(service, target.ruleSuffix(out)))
                .roleArn(out.ref(service, DeploymentRoles.INFRASTRUCTURE, "Arn"));
        var preview = target.previewSuffix(out);
        if (preview.isPresent()) {
            advanced = advanced.said(Said.of(
                            "service", service.name(), "preview", shift.lines().at("preview")))
                    .testListenerRule(out.ref(service, preview.get()));
        }
        return group.advancedConfiguration(advanced);
    }

    private DeploymentConfiguration paced(DeploymentConfiguration configuration) {
        var bake = at("bake");
        var baked = configuration.said(bake).bakeTimeInMinutes(out.minutes(shift.bakeTime(), bake));
        if (shift.pace() instanceof Pace.Canary canary) {
            var at = at("canary");
            return baked.said(at)
                    .strategy("CANARY")
                    .canaryConfiguration(EcsService.CanaryConfiguration.of()
                            .said(at)
                            .canaryPercent(canary.percent())
                            .canaryBakeTimeInMinutes(out.minutes(canary.then(), at)));
        }
        if (shift.pace() instanceof Pace.Linear linear) {
            var at = at("linear");
            return baked.said(at)
                    .strategy("LINEAR")
                    .linearConfiguration(EcsService.LinearConfiguration.of()
                            .said(at)
                            .stepPercent(linear.percent())
                            .stepBakeTimeInMinutes(out.minutes(linear.every(), at)));
        }
        return baked.said(at("blueGreen")).strategy("BLUE_GREEN");
    }

    private DeploymentConfiguration hooked(DeploymentConfiguration configuration) {
        if (shift.hooks().isEmpty()) {
            return configuration;
        }
        var hooks = new ArrayList<DeploymentLifecycleHook>(shift.hooks().size());
        var functions = new ArrayList<Node>();
        for (var asked : shift.hooks()) {
            hooks.add(hook(asked, functions));
        }
        if (!functions.isEmpty()) {
            DeploymentRoles.hook(service, shift, functions, out);
        }
        return configuration.said(at("hook")).lifecycleHooks(hooks);
    }

    private DeploymentLifecycleHook hook(Shift.Asked asked, ArrayList<Node> functions) {
        var at = Said.of("service", service.name(), "hook", asked.hook().lines().birth());
        var hook = DeploymentLifecycleHook.of()
                .said(at)
                .lifecycleStages(asked.stage().name());
        if (asked.hook().function().isPresent()) {
            var word = "Hook" + Names.pascal(asked.stage().name().toLowerCase(Locale.ROOT));
            var arn = out.locate(service, asked.hook().function().get(), "String", word)
                    .at(at);
            if (!functions.contains(arn)) {
                functions.add(arn);
            }
            hook = hook.hookTargetArn(arn).roleArn(out.ref(service, DeploymentRoles.HOOK, "Arn"));
        } else {
            hook = hook.targetType("PAUSE");
        }
        var patience = asked.hook().patience();
        if (patience.isEmpty() && !asked.hook().isOptional()) {
            return hook;
        }
        var timeout = EcsService.HookTimeoutConfig.of()
                .said(Said.of(
                        "service", service.name(), "hook", asked.hook().lines().last()))
                .action(asked.hook().isOptional() ? "CONTINUE" : "ROLLBACK");
        return hook.timeoutConfiguration(
                patience.isEmpty() ? timeout : timeout.timeoutInMinutes(out.minutes(patience.get(), at)));
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, shift.lines().at(word));
    }
}
