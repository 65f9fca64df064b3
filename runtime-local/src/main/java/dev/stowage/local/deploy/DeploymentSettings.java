package dev.stowage.local.deploy;

import dev.stowage.schema.semantics.RollingBounds;

/**
 * How a service is deployed.
 *
 * @param minimumHealthyPercent how much of the desired count stays healthy, rounded up
 * @param maximumPercent how much of it runs or is pending at most, rounded down
 * @param breaker after how many failures a deployment is given up
 * @param alarms the alarms by which it is given up
 */
public record DeploymentSettings(int minimumHealthyPercent, int maximumPercent, Breaker breaker, Alarms alarms) {

    /** What ECS takes for a replica service that says nothing. */
    public static final DeploymentSettings REPLICA = new DeploymentSettings(
            RollingBounds.REPLICA_MINIMUM, RollingBounds.REPLICA_MAXIMUM, Breaker.OFF, Alarms.NONE);

    /** What ECS takes for a daemon that says nothing. */
    public static final DeploymentSettings DAEMON = new DeploymentSettings(
            RollingBounds.DAEMON_MINIMUM, RollingBounds.DAEMON_MAXIMUM, Breaker.OFF, Alarms.NONE);

    /** The same between these percentages. */
    public DeploymentSettings between(int minimum, int maximum) {
        return new DeploymentSettings(minimum, maximum, breaker, alarms);
    }

    /** The same with that breaker. */
    public DeploymentSettings with(Breaker other) {
        return new DeploymentSettings(minimumHealthyPercent, maximumPercent, other, alarms);
    }

    /** The same with these alarms. */
    public DeploymentSettings with(Alarms others) {
        return new DeploymentSettings(minimumHealthyPercent, maximumPercent, breaker, others);
    }

    /** The bounds for so many tasks. */
    public RollingBounds bounds(int desired) {
        return RollingBounds.of(desired, minimumHealthyPercent, maximumPercent);
    }
}
