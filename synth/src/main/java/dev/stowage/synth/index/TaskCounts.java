package dev.stowage.synth.index;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsService;
import java.util.Optional;

/** Between which numbers of tasks services move: the count they ask for, and the range within which something scales them. */
public final class TaskCounts {

    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final Mentions mentions;

    private TaskCounts(Mentions mentions) {
        this.mentions = mentions;
    }

    /** The counts in a graph whose mentions are known. */
    public static TaskCounts of(Mentions mentions) {
        return new TaskCounts(mentions);
    }

    /** The resource that scales a service, under what its graph decides, where the graph is sure that there is one. */
    public Optional<Found> scaling(ResourceGraph graph, Found service) {
        for (var from : mentions.of(service)) {
            if (isForTasks(from) && from.exists() == Verdict.HOLDS) {
                return Optional.of(from);
            }
        }
        for (var target : graph.all(AppScalingScalableTarget.TYPE)) {
            if (isForTasks(target) && isNamed(target, service) && target.exists() == Verdict.HOLDS) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private static boolean isForTasks(Found target) {
        return target.is(AppScalingScalableTarget.TYPE)
                && target.view(AppScalingScalableTarget.EMPTY)
                        .scalableDimension()
                        .is(DIMENSION);
    }

    /** Whether the target spells out the service as {@code service/cluster/name}. */
    private static boolean isNamed(Found target, Found service) {
        var id = target.view(AppScalingScalableTarget.EMPTY).resourceId();
        var view = service.view(EcsService.EMPTY);
        if (!id.isKnown() || !view.serviceName().isKnown()) {
            return false;
        }
        return id.is("service/" + cluster(service) + "/" + view.serviceName().or(""));
    }

    /** The name of the service's cluster; empty where only deployment tells. */
    private static String cluster(Found service) {
        if (service.follow("Cluster") instanceof Target.Held held) {
            return held.is(EcsCluster.TYPE)
                    ? held.found().view(EcsCluster.EMPTY).clusterName().or("")
                    : "";
        }
        var name = service.view(EcsService.EMPTY).cluster().orDefault("default").or("");
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
