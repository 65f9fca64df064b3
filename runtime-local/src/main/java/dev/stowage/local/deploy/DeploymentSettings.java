package dev.stowage.local.deploy;

import dev.stowage.schema.semantics.RollingBounds;

/**
 * How a service is deployed.
 *
 * @param minimumHealthyPercent how much of the desired count stays healthy, rounded up
 * @param maximumPercent how much of it runs or is pending at most, rounded down
 * @param breaker when a deployment is given up
 */
public record DeploymentSettings(int minimumHealthyPercent, int maximumPercent, Breaker breaker) {

    /** What ECS takes for a replica service that says nothing. */
    public static final DeploymentSettings REPLICA =
            new DeploymentSettings(RollingBounds.REPLICA_MINIMUM, RollingBounds.REPLICA_MAXIMUM, Breaker.OFF);

    /** What ECS takes for a daemon that says nothing. */
    public static final DeploymentSettings DAEMON =
            new DeploymentSettings(RollingBounds.DAEMON_MINIMUM, RollingBounds.DAEMON_MAXIMUM, Breaker.OFF);

    /** The same between these percentages. */
    public DeploymentSettings between(int minimum, int maximum) {
        return new DeploymentSettings(minimum, maximum, breaker);
    }

    /** The same with that breaker. */
    public DeploymentSettings with(Breaker other) {
        return new DeploymentSettings(minimumHealthyPercent, maximumPercent, other);
    }

    /** The bounds for so many tasks. */
    public RollingBounds bounds(int desired) {
        return RollingBounds.of(desired, minimumHealthyPercent, maximumPercent);
    }
}
