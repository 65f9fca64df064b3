package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.EcsPrimaryTaskSet;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskSet;
import dev.stowage.schema.tree.NumberNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Services of task sets: what they run is said by the sets. Here the primary one is all there is. */
final class TaskSets {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private TaskSets() {}

    /** The service as it is with what its task set says; empty, and told, where the model holds no set of it. */
    static Optional<EcsService> of(Grounded service, Work work) {
        var view = service.view(EcsService.EMPTY);
        var controller =
                view.deploymentController().known().flatMap(one -> one.type().known());
        if (view.taskDefinition().isKnown() || !controller.orElse("").equals("EXTERNAL")) {
            return Optional.of(view);
        }
        var set = work.evaluation().all(EcsTaskSet.TYPE).stream()
                .filter(one -> isOf(one.view(EcsTaskSet.EMPTY).service().or(""), service))
                .min((one, other) -> Boolean.compare(isPrimary(other, work), isPrimary(one, work)));
        if (set.isEmpty()) {
            work.tell(Gap.DEPLOYMENT.at(
                    service.at(),
                    "Service `" + service.name() + "` has no task set in the model: nothing of it runs here."));
        }
        return set.map(one -> merged(service, one));
    }

    private static boolean isOf(String named, Grounded service) {
        return named.equals(service.ref()) || named.equals(service.physicalName());
    }

    private static boolean isPrimary(Grounded set, Work work) {
        return work.evaluation().all(EcsPrimaryTaskSet.TYPE).stream()
                .anyMatch(one -> one.view(EcsPrimaryTaskSet.EMPTY).taskSetId().is(set.ref()));
    }

    private static EcsService merged(Grounded service, Grounded set) {
        var tree = service.properties();
        for (var i = 0; i < set.properties().size(); i++) {
            var key = set.properties().key(i);
            if (!key.equals("Cluster") && !key.equals("Service") && !key.equals("Tags")) {
                tree = tree.with(key, set.properties().value(i));
            }
        }
        var view = EcsService.EMPTY.over(tree, Scope.NOTHING, service.at());
        return view.desiredCount(NumberNode.of(scaled(view.desiredCount().or(1), set.view(EcsTaskSet.EMPTY))));
    }

    /** The {@code computedDesiredCount} of a set: its share of what the service wants, rounded up. */
    private static long scaled(int desired, EcsTaskSet set) {
        var percent = set.scale()
                .known()
                .flatMap(scale -> scale.value().known())
                .map(BigDecimal::valueOf)
                .orElse(WHOLE);
        return percent.multiply(BigDecimal.valueOf(desired))
                .divide(WHOLE, 0, RoundingMode.CEILING)
                .longValue();
    }
}
