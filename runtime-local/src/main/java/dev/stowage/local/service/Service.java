package dev.stowage.local.service;

import dev.stowage.local.deploy.Rollout;
import dev.stowage.local.event.EventLog;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A service: what is wanted of it, and what its scheduler remembers.
 *
 * @param spec what is wanted
 * @param status whether it is there
 * @param rollout its deployments
 * @param throttle how long it waits between starts
 * @param log what happened to it
 * @param healthy those of its tasks that were healthy when they were last looked at
 * @param steady whether it was in its steady state then
 * @param placing the wait after a task that found no place
 * @param evening whether it is evening its tasks out over the zones
 * @param watch what its alarms are to the deployment that they looked at last
 */
public record Service(
        ServiceSpec spec,
        ServiceStatus status,
        Rollout rollout,
        StartThrottle throttle,
        EventLog log,
        Set<TaskId> healthy,
        boolean steady,
        Pause placing,
        boolean evening,
        Watch watch) {

    /** A service that is wanted from now on. */
    public static Service created(ServiceSpec spec, Names names, Instant now) {
        return begun(spec, names.deployment(), now);
    }

    /** A service whose first deployment, of which tasks may run already, has that name. */
    public static Service begun(ServiceSpec spec, String deployment, Instant now) {
        return new Service(
                spec,
                ServiceStatus.ACTIVE,
                Rollout.first(deployment, spec.definition(), now),
                StartThrottle.open(now),
                EventLog.EMPTY,
                Set.of(),
                false,
                Pause.none(now),
                false,
                new Watch("", false, false, Pause.none(now)));
    }

    /** The same, wanted like that; a deployment begins if what its tasks are made from differs. */
    public Service updated(ServiceSpec next, Names names, Instant now) {
        return spec.isDeployedAnewBy(next) ? deployed(next, names, now) : with(next);
    }

    /** The same, wanted like that, with a deployment in any case: {@code forceNewDeployment}. */
    public Service deployed(ServiceSpec next, Names names, Instant now) {
        var begun = rollout.begin(names.deployment(), next.definition(), now);
        return with(next).with(begun).with(StartThrottle.open(now));
    }

    /** The same, with no deployment to go back to. */
    public Service withoutWayBack() {
        return with(rollout.withoutWayBack());
    }

    /** The same, wanted no more. */
    public Service deleted() {
        return new Service(spec, ServiceStatus.DRAINING, rollout, throttle, log, healthy, false, placing, false, watch);
    }

    /**
     * Its deployments, newest first, with the numbers of their tasks. A daemon wants as many as it has.
     *
     * @param tasks all its tasks
     */
    public List<DeploymentCounts> deployments(List<Task> tasks) {
        return DeploymentCounts.of(this, tasks);
    }

    /** How many tasks it wants of so many instances that a daemon runs on. */
    int desired(int instances) {
        if (status != ServiceStatus.ACTIVE) {
            return 0;
        }
        return spec.scheduling() instanceof Scheduling.Replica replica ? replica.desired() : instances;
    }

    Service gone() {
        return new Service(spec, ServiceStatus.INACTIVE, rollout, throttle, log, healthy, false, placing, false, watch);
    }

    Service with(Rollout next) {
        return new Service(spec, status, next, throttle, log, healthy, steady, placing, evening, watch);
    }

    Service with(StartThrottle next) {
        return new Service(spec, status, rollout, next, log, healthy, steady, placing, evening, watch);
    }

    Service with(ServiceEvent event) {
        return new Service(spec, status, rollout, throttle, log.with(event), healthy, steady, placing, evening, watch);
    }

    Service healthy(Set<TaskId> tasks) {
        return new Service(spec, status, rollout, throttle, log, tasks, steady, placing, evening, watch);
    }

    Service steady(boolean now) {
        return new Service(spec, status, rollout, throttle, log, healthy, now, placing, evening, watch);
    }

    Service with(Pause pause) {
        return new Service(spec, status, rollout, throttle, log, healthy, steady, pause, evening, watch);
    }

    Service with(Watch next) {
        return new Service(spec, status, rollout, throttle, log, healthy, steady, placing, evening, next);
    }

    Service evening(boolean now) {
        return new Service(spec, status, rollout, throttle, log, healthy, steady, placing, now, watch);
    }

    private Service with(ServiceSpec next) {
        return new Service(next, status, rollout, throttle, log, healthy, false, placing, false, watch);
    }
}
