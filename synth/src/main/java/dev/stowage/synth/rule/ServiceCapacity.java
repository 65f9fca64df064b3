package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.AutoScalingGroup;
import dev.stowage.schema.resource.Ec2Instance;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.resource.EcsService;
import java.util.List;

/** The rule about a service that waits for instances which nobody makes: {@code capacity.none}. */
final class ServiceCapacity implements Family {

    static final Rule NONE = Rule.of("capacity.none", Severity.WARNING);

    private static final String SPOT_FLEET = "AWS::EC2::SpotFleet";
    private static final String FLEET = "AWS::EC2::EC2Fleet";

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NONE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        var launchType = service.launchType().orDefault("EC2");
        if (launchType.is("EC2")
                && subject.resource().properties().peek("CapacityProviderStrategy") == null
                && isOnNewCluster(subject)
                && !hasInstances(graph)
                && (service.launchType().isWritten() || hasNoDefault(graph))) {
            var message = "`" + subject.name() + "` wants container instances"
                    + (service.launchType().isAbsent() ? ", as a service that names no launch type does" : "")
                    + ", and nothing here makes any for its cluster.";
            findings.add(
                    findings.fault("LaunchType", message)
                            .fix("Set `LaunchType` to FARGATE, or add a capacity provider with an Auto Scaling group."),
                    launchType);
        }
    }

    private static boolean isOnNewCluster(Found subject) {
        return subject.follow("Cluster") instanceof Target.Held held && held.is(EcsCluster.TYPE);
    }

    /** Whether a stack makes instances, or may make some where the graph does not see it. */
    private static boolean hasInstances(ResourceGraph graph) {
        for (var type :
                new String[] {AutoScalingGroup.TYPE, Ec2Instance.TYPE, EcsCapacityProvider.TYPE, SPOT_FLEET, FLEET}) {
            if (graph.holds(type)) {
                return true;
            }
        }
        return !graph.isClosedFor(AutoScalingGroup.TYPE, Ec2Instance.TYPE, EcsCapacityProvider.TYPE);
    }

    private static boolean hasNoDefault(ResourceGraph graph) {
        if (graph.holds(EcsClusterCapacityProviderAssociations.TYPE)
                || !graph.isClosedFor(EcsClusterCapacityProviderAssociations.TYPE)) {
            return false;
        }
        for (var cluster : graph.all(EcsCluster.TYPE)) {
            if (cluster.resource().properties().has("DefaultCapacityProviderStrategy")) {
                return false;
            }
        }
        return true;
    }
}
