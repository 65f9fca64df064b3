package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.AppScalingScalingPolicy;
import dev.stowage.schema.resource.CloudWatchAlarm;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import dev.stowage.synth.index.Forwarding;
import java.util.List;

/** Adds the families about what the words of programs make right by themselves; asked only where a template was read. */
final class TemplateFamilies {

    private TemplateFamilies() {}

    static void add(ResourceGraph graph, Mentions mentions, List<Family> families) {
        if (graph.holds(EcsService.TYPE)) {
            addThoseOfServices(mentions, families);
        }
        if (graph.holds(ElbListener.TYPE)) {
            families.add(new ListenerForm());
            families.add(ListenerActions.ofListeners());
            families.add(ListenerActions.ofRules());
        }
        if (graph.holds(ServiceDiscoveryService.TYPE)) {
            families.add(new DiscoveryRecords());
        }
        if (graph.holds(CodeDeployDeploymentGroup.TYPE)) {
            families.add(new CodeDeployGroup());
        }
        if (graph.holds(EcsCapacityProvider.TYPE)) {
            families.add(new CapacityProviders());
        }
        if (graph.holds(IamRole.TYPE)) {
            families.addAll(RoleTrust.ofServices());
        }
        addThoseOfScalingAndTime(graph, mentions, families);
    }

    private static void addThoseOfServices(Mentions mentions, List<Family> families) {
        var forwarding = Forwarding.of(mentions);
        families.add(new ServiceShape());
        families.add(new ServiceNames());
        families.add(new CodeDeployed());
        families.add(new ShiftTargets(forwarding));
        families.add(new DeploymentOrder(forwarding));
    }

    private static void addThoseOfScalingAndTime(ResourceGraph graph, Mentions mentions, List<Family> families) {
        if (graph.holds(AppScalingScalableTarget.TYPE)) {
            families.add(new ScalingTarget(mentions));
        }
        if (graph.holds(AppScalingScalingPolicy.TYPE)) {
            families.add(new ScalingForm());
        }
        if (graph.holds(CloudWatchAlarm.TYPE)) {
            families.add(new AlarmForm());
        }
        if (graph.holds(SchedulerSchedule.TYPE)) {
            families.add(ScheduledTask.ofSchedules());
        }
        if (graph.holds(EventsRule.TYPE)) {
            families.add(ScheduledTask.ofRules());
        }
    }
}
