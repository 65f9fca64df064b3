package dev.stowage.local.service;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What a service takes note of when its tasks change: what started, what failed, what came into its target groups. */
public final class Observed {

    private final List<TaskChange> changes;
    private final TimeScale scale;
    private final Instant now;

    private Observed(List<TaskChange> changes, TimeScale scale, Instant now) {
        this.changes = changes;
        this.scale = scale;
        this.now = now;
    }

    /** The service after these changes of its tasks, each of which is told once. */
    public static Service note(Service service, List<TaskChange> changes, TimeScale scale, Instant now) {
        var observed = new Observed(changes, scale, now);
        return changes.isEmpty() ? service : observed.targets(observed.starts(service));
    }

    private Service starts(Service service) {
        var next = service;
        for (var change : changes) {
            var startedBy = change.after().assignment().startedBy();
            if (change.ran()) {
                next = next.with(next.rollout().ran(startedBy)).with(StartThrottle.open(now));
            } else if (change.failedToStart()
                    && startedBy.equals(next.rollout().primary().id())) {
                next = failed(next, startedBy);
            }
        }
        return next;
    }

    private Service failed(Service service, String startedBy) {
        var next = service.with(service.rollout().failedToStart(startedBy))
                .with(service.throttle().failed(now, scale));
        return next.throttle().isImpaired()
                ? next.with(ServiceEvent.impaired(service.spec().name(), now))
                : next;
    }

    private Service targets(Service service) {
        if (!service.spec().isRouted()) {
            return service;
        }
        var name = service.spec().name();
        var group = service.spec().targetGroups().get(0);
        var in = count(change -> change.ran());
        var draining = count(change ->
                change.reached(TaskStatus.DEACTIVATING) && change.after().target() == TargetHealth.DRAINING);
        var out = count(change -> change.after().target() == TargetHealth.UNUSED
                && change.before().target() != TargetHealth.UNUSED);
        var next = in == 0 ? service : service.with(ServiceEvent.registered(name, in, group, now));
        next = draining == 0 ? next : next.with(ServiceEvent.draining(name, draining, now));
        return out == 0 ? next : next.with(ServiceEvent.deregistered(name, out, group, now));
    }

    private int count(Predicate<TaskChange> wanted) {
        return (int) changes.stream().filter(wanted).count();
    }
}
