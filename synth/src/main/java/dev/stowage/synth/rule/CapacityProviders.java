package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.AutoScalingGroup;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsCapacityProvider.AutoScalingGroupProvider;
import dev.stowage.schema.resource.EcsCapacityProvider.ManagedScaling;
import java.util.List;
import java.util.Locale;

/** Rules about a capacity provider by itself and the group of instances behind it: {@code capacity.provider}. */
final class CapacityProviders implements Family {

    static final Rule STEPS = Rule.of("capacity.provider.steps", Severity.ERROR);
    static final Rule PROTECTION = Rule.of("capacity.provider.protection", Severity.ERROR);
    static final Rule NAME = Rule.of("capacity.provider.name", Severity.ERROR);

    /** Amazon ECS API reference, CreateCapacityProvider: what a name may not begin with. */
    private static final String[] KEPT = {"aws", "ecs", "fargate"};

    private static final String GROUP = "AutoScalingGroupProvider/";

    @Override
    public String judges() {
        return EcsCapacityProvider.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(STEPS, PROTECTION, NAME);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var provider = subject.view(EcsCapacityProvider.EMPTY);
        var group = provider.autoScalingGroupProvider().or(AutoScalingGroupProvider.EMPTY);
        if (rule == NAME) {
            name(subject, provider.name(), findings);
        } else if (rule == STEPS) {
            steps(subject, group.managedScaling().or(ManagedScaling.EMPTY), findings);
        } else if (group.managedTerminationProtection().is("ENABLED")) {
            protection(subject, group, findings);
        }
    }

    private static void name(Found subject, Reading<String> name, Findings findings) {
        for (var kept : KEPT) {
            if (name.or("").toLowerCase(Locale.ROOT).startsWith(kept)) {
                var message = "`" + subject.name() + "` is called `" + name.or("") + "`, and names that begin with "
                        + kept + " are kept for AWS.";
                findings.add(findings.fault("Name", name, message).fix("Begin with another word."), name);
                return;
            }
        }
    }

    private static void steps(Found subject, ManagedScaling scaling, Findings findings) {
        var least = scaling.minimumScalingStepSize();
        var most = scaling.maximumScalingStepSize();
        if (Reading.less(most, least) == Verdict.HOLDS) {
            var message = "`" + subject.name() + "` starts " + least.or(0) + " to " + most.or(0)
                    + " instances at once, and the most cannot be less than the fewest.";
            findings.add(
                    findings.fault(GROUP + "ManagedScaling/MaximumScalingStepSize", most, message)
                            .fix("Set `MaximumScalingStepSize` to " + least.or(0) + " or more."),
                    least,
                    most);
        }
    }

    /** ECS protects instances by the means of their group, which has to be turned on there, and only while it scales them. */
    private static void protection(Found subject, AutoScalingGroupProvider provider, Findings findings) {
        var property = GROUP + "ManagedTerminationProtection";
        var scaling = provider.managedScaling();
        var status = scaling.or(ManagedScaling.EMPTY).status();
        if (scaling.isAbsent() || status.is("DISABLED")) {
            var message = "`" + subject.name()
                    + "` protects its instances and does not scale them, and ECS protects what it" + " scales.";
            findings.add(
                    findings.fault(property, message).fix("Set `ManagedScaling` with `Status: ENABLED`."),
                    provider.managedTerminationProtection());
            return;
        }
        var arn = provider.tree().peek("AutoScalingGroupArn");
        if (arn != null && subject.follow(arn) instanceof Target.Held held && held.is(AutoScalingGroup.TYPE)) {
            var isProtected = held.found().view(AutoScalingGroup.EMPTY).newInstancesProtectedFromScaleIn();
            if (isProtected.isAbsent() || isProtected.is(false)) {
                var message = "`" + subject.name() + "` protects its instances, and their group `"
                        + held.found().name() + "` starts them without protection.";
                findings.add(
                        findings.fault(property, message)
                                .fix("Set `NewInstancesProtectedFromScaleIn` of the group to true.")
                                .also("the group", held.found().at("NewInstancesProtectedFromScaleIn")),
                        provider.managedTerminationProtection());
            }
        }
    }
}
