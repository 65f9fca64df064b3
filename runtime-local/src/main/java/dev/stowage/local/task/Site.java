package dev.stowage.local.task;

import java.util.Optional;

/**
 * Where a task runs.
 *
 * @param provider the capacity provider that it was charged to, where its service has a strategy
 * @param instance the container instance; none on Fargate
 * @param zone the availability zone
 */
public record Site(Optional<String> provider, Optional<String> instance, String zone) {

    /** On that instance, in that zone. */
    public static Site onInstance(String instance, String zone) {
        return new Site(Optional.empty(), Optional.of(instance), zone);
    }

    /** On Fargate, in that zone. */
    public static Site onFargate(String zone) {
        return new Site(Optional.empty(), Optional.empty(), zone);
    }

    /** The same, charged to that capacity provider. */
    public Site chargedTo(Optional<String> capacityProvider) {
        return new Site(capacityProvider, instance, zone);
    }
}
