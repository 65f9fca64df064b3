package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.Ec2Vpc;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.index.Forwarding;
import dev.stowage.synth.index.TaskCounts;
import java.util.ArrayList;
import java.util.List;

/** The families that have something to judge. */
final class Families {

    private Families() {}

    /**
     * Only those whose type the graph holds: a class that is not named here at run time is never loaded.
     *
     * @param isRead whether somebody wrote a template of the model, rather than words of a program
     */
    static List<Family> of(ResourceGraph graph, boolean isRead) {
        var families = new ArrayList<Family>();
        var mentions = Mentions.of(graph);
        if (graph.holds(EcsTaskDefinition.TYPE)) {
            TaskFamilies.add(graph, families);
        }
        if (graph.holds(IamRole.TYPE)) {
            families.add(new RolePolicies());
        }
        if (graph.holds(EcsService.TYPE)) {
            families.add(new ServiceTargets(Forwarding.of(mentions)));
            families.add(new ServiceHealth());
            families.add(new ServiceDeployment(TaskCounts.of(mentions)));
            if (says(graph, "EnableExecuteCommand")) {
                families.add(new ServiceShell());
            }
            if (says(graph, "VolumeConfigurations")) {
                families.add(new ServiceDisks());
            }
            if (hasStrategy(graph)) {
                families.add(new ServiceShift(TaskCounts.of(mentions)));
            }
        }
        if (graph.holds(AppScalingScalableTarget.TYPE)) {
            families.add(new ServiceScaling(mentions));
        }
        addThoseOfTemplates(graph, mentions, families);
        if (isRead) {
            TemplateFamilies.add(graph, mentions, families);
        }
        Screen.add(graph, families);
        return families;
    }

    /** What the words of programs make right by themselves, or find where it is said. */
    private static void addThoseOfTemplates(ResourceGraph graph, Mentions mentions, List<Family> families) {
        if (isWritten(graph, SchedulerSchedule.TYPE)) {
            families.add(ScheduleForm.ofSchedules());
        }
        if (isWritten(graph, EventsRule.TYPE)) {
            families.add(ScheduleForm.ofRules());
        }
        if (isWritten(graph, AppScalingScalableTarget.TYPE)) {
            families.add(ScheduleForm.ofScaling());
        }
        for (var schedule : graph.all(SchedulerSchedule.TYPE)) {
            if (CapacityStrategies.isSpread(schedule)) {
                families.add(CapacityStrategies.ofSchedules());
                break;
            }
        }
        addThoseOfTraffic(graph, mentions, families);
        if (isWritten(graph, EcsTaskDefinition.TYPE)) {
            families.add(RoleTrust.ofTasks());
            families.add(new RoleRights(mentions));
        }
        if (isWritten(graph, EcsCluster.TYPE)) {
            families.add(CapacityStrategies.ofClusters());
        }
        if (isWritten(graph, EcsClusterCapacityProviderAssociations.TYPE)) {
            families.add(CapacityStrategies.ofAssociations());
        }
    }

    private static void addThoseOfTraffic(ResourceGraph graph, Mentions mentions, List<Family> families) {
        if (isWritten(graph, ElbLoadBalancer.TYPE) || hasNarrowBalancer(graph)) {
            families.add(new BalancerForm());
        }
        if (mixesNetworks(graph) || isWritten(graph, ElbTargetGroup.TYPE)) {
            families.add(new TargetGroupUse(Forwarding.of(mentions)));
        }
        if (hasChosenPriority(graph)) {
            families.add(new ListenerRuleOrder());
        }
    }

    /** Whether some stack makes two networks, or takes a part of one from another stack, where there are several. */
    private static boolean mixesNetworks(ResourceGraph graph) {
        var networks = graph.all(Ec2Vpc.TYPE);
        for (var i = 1; i < networks.size(); i++) {
            if (networks.get(i).stack().equals(networks.get(i - 1).stack())) {
                return true;
            }
        }
        return networks.size() > 1 && (imports(graph, ElbTargetGroup.TYPE) || imports(graph, EcsService.TYPE));
    }

    /** Whether a resource of this type is in a network of another stack. */
    private static boolean imports(ResourceGraph graph, String type) {
        for (var each : graph.all(type)) {
            var properties = each.resource().properties();
            var subnets = properties
                    .object("NetworkConfiguration")
                    .object("AwsvpcConfiguration")
                    .list("Subnets")
                    .items();
            var part = subnets.isEmpty() ? properties.peek("VpcId") : subnets.get(0);
            if (part instanceof CallNode call && call.calls("Fn::ImportValue")) {
                return true;
            }
        }
        return false;
    }

    /** Whether some load balancer stands in one subnet that is spelt out. */
    private static boolean hasNarrowBalancer(ResourceGraph graph) {
        for (var balancer : graph.all(ElbLoadBalancer.TYPE)) {
            if (balancer.resource().properties().list("Subnets").items().size() == 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody chose the number of a listener rule: words of programs choose it so that no rule hides another. */
    private static boolean hasChosenPriority(ResourceGraph graph) {
        for (var rule : graph.all(ElbListenerRule.TYPE)) {
            var priority = rule.resource().properties().peek("Priority");
            var isChosen = priority != null
                    && priority.at() instanceof Said said
                    && said.word().equals("priority");
            if (isChosen || !rule.isSaid()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a template holds such a resource, rather than words of a program. */
    private static boolean isWritten(ResourceGraph graph, String type) {
        for (var each : graph.all(type)) {
            if (!each.isSaid()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a service says something of this property. */
    static boolean says(ResourceGraph graph, String property) {
        for (var service : graph.all(EcsService.TYPE)) {
            if (service.resource().properties().has(property)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a service says who deploys it, or how: one that says nothing replaces its tasks in place. */
    private static boolean hasStrategy(ResourceGraph graph) {
        for (var service : graph.all(EcsService.TYPE)) {
            var properties = service.resource().properties();
            var configuration = properties.peek("DeploymentConfiguration");
            if (properties.has("DeploymentController")
                    || configuration != null
                            && (!(configuration instanceof ObjectNode plain) || plain.has("Strategy"))) {
                return true;
            }
        }
        return false;
    }
}
