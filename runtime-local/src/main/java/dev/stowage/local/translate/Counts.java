package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.service.ServiceId;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsService;

/**
 * How many tasks services want. Auto scaling follows nothing here, but it has bounds, and AWS brings a count into them as soon
 * as they are there: a service that scales from 3 to 30 has 3 tasks.
 */
final class Counts {

    private Counts() {}

    /** The count of a replica service; 1 where it says none, as ECS has it. */
    static int of(ServiceId service, EcsService view, Work work) {
        var count = view.desiredCount().or(1);
        for (var one : work.evaluation().all(AppScalingScalableTarget.TYPE)) {
            var bounds = one.view(AppScalingScalableTarget.EMPTY);
            if (isOf(service, bounds)) {
                count = Math.min(count, bounds.maxCapacity().or(count));
                count = Math.max(count, bounds.minCapacity().or(count));
            }
        }
        return count;
    }

    /** Whether scaling is that of an ECS service. */
    static boolean isOfEcs(Grounded one) {
        return one.view(AppScalingScalableTarget.EMPTY)
                .serviceNamespace()
                .or("ecs")
                .equals("ecs");
    }

    private static boolean isOf(ServiceId service, AppScalingScalableTarget bounds) {
        return bounds.resourceId().is("service/" + service.cluster() + "/" + service.name());
    }
}
