package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.index.Forwarding;
import dev.stowage.synth.index.TaskCounts;
import java.util.ArrayList;
import java.util.List;

/** The families that have something to judge. */
final class Families {

    private Families() {}

    /** Only those whose type the graph holds: a class that is not named here at run time is never loaded. */
    static List<Family> of(ResourceGraph graph) {
        var families = new ArrayList<Family>();
        if (graph.holds(EcsTaskDefinition.TYPE)) {
            families.add(new TaskMemory());
        }
        if (graph.holds(EcsService.TYPE)) {
            var mentions = Mentions.of(graph);
            families.add(new ServiceTargets(Forwarding.of(mentions)));
            families.add(new ServiceHealth());
            families.add(new ServiceDeployment(TaskCounts.of(mentions)));
            if (hasStrategy(graph)) {
                families.add(new ServiceShift(TaskCounts.of(mentions)));
            }
        }
        if (graph.holds(AppScalingScalableTarget.TYPE)) {
            families.add(new ServiceScaling(Mentions.of(graph)));
        }
        return families;
    }

    /** Whether a service says by which strategy it is deployed: one that says nothing replaces its tasks in place. */
    private static boolean hasStrategy(ResourceGraph graph) {
        for (var service : graph.all(EcsService.TYPE)) {
            var configuration = service.resource().properties().peek("DeploymentConfiguration");
            if (configuration != null && (!(configuration instanceof ObjectNode plain) || plain.has("Strategy"))) {
                return true;
            }
        }
        return false;
    }
}
