package dev.stowage.schema.semantics;

import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbTargetGroup;

/**
 * How long AWS watches before it calls a container or a target well or unwell, in seconds. Defaults and bounds are those of
 * the CloudFormation reference ({@code AWS::ECS::TaskDefinition HealthCheck}, {@code
 * AWS::ElasticLoadBalancingV2::TargetGroup}) and of the guides on both.
 */
public final class HealthBudget {

    /** {@code Interval} of a container's check where nothing is written, in seconds. */
    public static final int CONTAINER_INTERVAL = 30;

    /** {@code Timeout} of a container's check where nothing is written, in seconds. */
    public static final int CONTAINER_TIMEOUT = 5;

    /** {@code Retries} of a container's check where nothing is written. */
    public static final int CONTAINER_RETRIES = 3;

    /** {@code HealthCheckIntervalSeconds} of a target group where nothing is written. */
    public static final int TARGET_INTERVAL = 30;

    /** {@code UnhealthyThresholdCount} of a target group that is asked over HTTP, where nothing is written. */
    public static final int TARGET_UNHEALTHY = 2;

    /** {@code HealthyThresholdCount} of a target group where nothing is written. */
    public static final int TARGET_HEALTHY = 5;

    /**
     * {@code HealthCheckTimeoutSeconds} of a target group that is asked over HTTP, where nothing is written, in seconds: the
     * guide says 5, the interface of Elastic Load Balancing 6; the longer one is the safe bound.
     */
    public static final int TARGET_TIMEOUT = 6;

    private HealthBudget() {}

    /** For how long failures of a container's check do not count. */
    public static Reading<Integer> startPeriod(EcsTaskDefinition.HealthCheck check) {
        return check.startPeriod().orDefault(0);
    }

    /** How long a container that never answers goes on before it counts as unhealthy: start period, then every retry. */
    public static Reading<Integer> containerUnhealthy(EcsTaskDefinition.HealthCheck check) {
        var tries = Reading.times(
                check.retries().orDefault(CONTAINER_RETRIES), check.interval().orDefault(CONTAINER_INTERVAL));
        return Reading.plus(startPeriod(check), tries);
    }

    /**
     * How soon a new target that never answers can count as unhealthy: the first probe may come at once, the others follow
     * at the interval.
     */
    public static Reading<Integer> soonestUnhealthy(ElbTargetGroup group) {
        Reading<Integer> first = Reading.<Integer>absent().orDefault(-1);
        return Reading.times(Reading.plus(failures(group), first), interval(group));
    }

    /** By when a new target that never answers counts as unhealthy: every probe at its latest, the last one running out. */
    public static Reading<Integer> latestUnhealthy(ElbTargetGroup group) {
        return Reading.plus(Reading.times(failures(group), interval(group)), timeout(group));
    }

    /** How long a target that was unhealthy and answers again waits until it is healthy. */
    public static Reading<Integer> recovery(ElbTargetGroup group) {
        return Reading.times(ordinary(group, group.healthyThresholdCount(), TARGET_HEALTHY), interval(group));
    }

    private static Reading<Integer> failures(ElbTargetGroup group) {
        return ordinary(group, group.unhealthyThresholdCount(), TARGET_UNHEALTHY);
    }

    private static Reading<Integer> interval(ElbTargetGroup group) {
        return ordinary(group, group.healthCheckIntervalSeconds(), TARGET_INTERVAL);
    }

    private static Reading<Integer> timeout(ElbTargetGroup group) {
        return ordinary(group, group.healthCheckTimeoutSeconds(), TARGET_TIMEOUT);
    }

    /** A default that is sure for groups of HTTP and HTTPS only: those of network load balancers have changed over time. */
    private static Reading<Integer> ordinary(ElbTargetGroup group, Reading<Integer> written, int standard) {
        var isHttp = group.protocol().is("HTTP") || group.protocol().is("HTTPS");
        if (!written.isAbsent()) {
            return written;
        }
        return isHttp ? written.orDefault(standard) : Reading.unknown(written.at());
    }
}
