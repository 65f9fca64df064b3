package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.index.Forwarding;
import dev.stowage.synth.index.TaskCounts;
import java.util.ArrayList;
import java.util.List;

/** The families that have something to judge. */
final class Families {

    /** Where containers have to do with each other, or one of their variables with another. */
    private static final String[] COMPANY = {"DependsOn", "Secrets"};

    /** What has bounds, and what Fargate refuses. */
    private static final String[] LIMITS = {
        "DisableNetworking",
        "DnsSearchDomains",
        "DnsServers",
        "DockerSecurityOptions",
        "EphemeralStorage",
        "ExtraHosts",
        "HealthCheck",
        "IpcMode",
        "Links",
        "LinuxParameters",
        "PidMode",
        "Privileged",
        "RestartPolicy",
        "StartTimeout",
        "StopTimeout",
        "Ulimits",
        "Volumes"
    };

    /** Volumes, and where output goes to a router of logs. */
    private static final String[] STORAGE = {"FirelensConfiguration", "MountPoints", "Volumes"};

    private Families() {}

    /** Only those whose type the graph holds: a class that is not named here at run time is never loaded. */
    static List<Family> of(ResourceGraph graph) {
        var families = new ArrayList<Family>();
        if (graph.holds(EcsTaskDefinition.TYPE)) {
            families.add(new TaskMemory());
            addThoseOfTasks(graph, families);
        }
        if (graph.holds(IamRole.TYPE)) {
            families.add(new RolePolicies());
        }
        if (graph.holds(EcsService.TYPE)) {
            var mentions = Mentions.of(graph);
            families.add(new ServiceTargets(Forwarding.of(mentions)));
            families.add(new ServiceHealth());
            families.add(new ServiceDeployment(TaskCounts.of(mentions)));
            if (hasShell(graph)) {
                families.add(new ServiceShell());
            }
            if (hasStrategy(graph)) {
                families.add(new ServiceShift(TaskCounts.of(mentions)));
            }
        }
        if (graph.holds(AppScalingScalableTarget.TYPE)) {
            families.add(new ServiceScaling(Mentions.of(graph)));
        }
        addThoseOfTemplates(graph, families);
        Screen.add(graph, families);
        return families;
    }

    /** What the words of programs make right by themselves, or find where it is said. */
    private static void addThoseOfTemplates(ResourceGraph graph, List<Family> families) {
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
        if (isWritten(graph, ElbListener.TYPE)) {
            families.add(new ListenerForm());
        }
        if (isWritten(graph, ElbLoadBalancer.TYPE)) {
            families.add(new BalancerForm());
        }
        if (isWritten(graph, EcsTaskDefinition.TYPE)) {
            families.add(new RoleTrust());
        }
        if (isWritten(graph, EcsCluster.TYPE)) {
            families.add(CapacityStrategies.ofClusters());
        }
        if (isWritten(graph, EcsClusterCapacityProviderAssociations.TYPE)) {
            families.add(CapacityStrategies.ofAssociations());
        }
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

    /** What most tasks say nothing of: the rules about it, and the views that they need, are left out with it. */
    private static void addThoseOfTasks(ResourceGraph graph, List<Family> families) {
        var isCompany = false;
        var isLimited = false;
        var isStoring = false;
        for (var task : graph.all(EcsTaskDefinition.TYPE)) {
            var properties = task.resource().properties();
            var containers = properties.peek("ContainerDefinitions");
            isLimited = isLimited || hasAny(properties, LIMITS);
            isStoring = isStoring || hasAny(properties, STORAGE);
            if (containers instanceof ListNode list && list.items().size() == 1) {
                isCompany = isCompany
                        || hasAny(list.items().get(0), COMPANY)
                        || hasPorts(list.items().get(0));
                isLimited = isLimited || hasAny(list.items().get(0), LIMITS);
                isStoring = isStoring
                        || hasAny(list.items().get(0), STORAGE)
                        || isRouted(list.items().get(0));
            } else if (containers != null) {
                isCompany = true;
                isLimited = true;
                isStoring = true;
            }
        }
        if (isCompany) {
            families.add(new TaskContainers());
        }
        if (isLimited) {
            families.add(new ContainerLimits());
        }
        if (isStoring) {
            families.add(new TaskStorage());
        }
    }

    private static boolean hasAny(Node node, String[] names) {
        if (!(node instanceof ObjectNode object)) {
            return true;
        }
        for (var name : names) {
            if (object.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the output of a container may go to a router. */
    private static boolean isRouted(Node container) {
        var logs = container instanceof ObjectNode object ? object.peek("LogConfiguration") : null;
        if (logs == null) {
            return false;
        }
        var driver = logs instanceof ObjectNode object ? object.peek("LogDriver") : null;
        return !(driver instanceof TextNode text) || text.value().equals("awsfirelens");
    }

    /** Whether a container has more than one port. */
    private static boolean hasPorts(Node container) {
        var ports = container instanceof ObjectNode object ? object.peek("PortMappings") : null;
        return ports != null && !(ports instanceof ListNode list && list.items().size() < 2);
    }

    private static boolean hasShell(ResourceGraph graph) {
        for (var service : graph.all(EcsService.TYPE)) {
            if (service.resource().properties().has("EnableExecuteCommand")) {
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
