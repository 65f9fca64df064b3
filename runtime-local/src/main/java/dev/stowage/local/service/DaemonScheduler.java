package dev.stowage.local.service;

import dev.stowage.local.place.Host;
import dev.stowage.local.place.Placement;
import dev.stowage.local.task.Task;
import dev.stowage.schema.semantics.RollingBounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One step of a service that wants a task on every instance:
 *
 * <ol>
 *   <li>A task starts on every member instance that has none of the service, not even one that is ending.
 *   <li>Stale tasks on members stop: those that are not healthy freely, the others down to the minimum.
 *   <li>A task on an instance that drains stops when nothing else runs there; one on an instance that is no member at once.
 *   <li>An unhealthy fresh task stops, one at a time.
 * </ol>
 */
final class DaemonScheduler {

    private final Service service;
    private final Situation situation;
    private final Census census;
    private final Placement placement;
    private final List<Host> members;
    private final List<Stopping> stopped = new ArrayList<>();

    DaemonScheduler(Service service, Situation situation, Census census, Placement placement) {
        this.service = service;
        this.situation = situation;
        this.census = census;
        this.placement = placement;
        this.members = service.status() == ServiceStatus.ACTIVE ? membersOf(service, situation, placement) : List.of();
    }

    static List<Host> membersOf(Service service, Situation situation, Placement placement) {
        return placement.members(situation.fleet(), service.spec().group().name());
    }

    Moves moves(boolean mayStart) {
        var starter = new Starter(service, situation, census.all());
        var failed = service.rollout().primary().isFailed();
        if (mayStart && !failed) {
            startOnVacant(starter);
        }
        if (!failed || members.isEmpty()) {
            stopStale();
            stopUnhealthy();
        }
        var problems = starter.problem().stream().toList();
        return new Moves(starter.started(), stopped, problems, !problems.isEmpty(), false);
    }

    private void startOnVacant(Starter starter) {
        var taken = new HashSet<String>();
        census.all().forEach(task -> taken.add(siteOf(task)));
        census.ending().forEach(task -> taken.add(siteOf(task)));
        for (var host : members) {
            if (!taken.contains(host.instance().id())) {
                starter.startOn(host.instance().id(), placement);
            }
        }
    }

    private void stopStale() {
        var names = memberNames();
        var healthyMembers = 0;
        for (var task : census.all()) {
            healthyMembers += names.contains(siteOf(task)) && census.isHealthy(task) ? 1 : 0;
        }
        var spare = bounds().toStop(healthyMembers);
        for (var task : stale(names)) {
            var counts = names.contains(siteOf(task)) && census.isHealthy(task);
            if (!counts || spare > 0) {
                stopped.add(Stopping.scaled(task, counts));
                spare -= counts ? 1 : 0;
            }
        }
    }

    /** The stale ones, and fresh ones on instances that are no members any more; not those that drain and have others. */
    private List<Task> stale(Set<String> names) {
        var stale = new ArrayList<Task>();
        for (var task : census.all()) {
            var waits = census.isLeaving(task) && hasCompany(task) && service.status() == ServiceStatus.ACTIVE;
            if (!waits && (census.isStale(task) || !names.contains(siteOf(task)))) {
                stale.add(task);
            }
        }
        return stale;
    }

    private boolean hasCompany(Task task) {
        var group = service.spec().group().name();
        return situation
                .fleet()
                .host(siteOf(task))
                .filter(host -> host.groups().size() > host.tasksOf(group))
                .isPresent();
    }

    private void stopUnhealthy() {
        if (!census.unhealthy().isEmpty() && census.starting().isEmpty() && stopped.isEmpty()) {
            stopped.add(Stopping.unhealthy(census.unhealthy().get(0), service.spec()));
        }
    }

    private RollingBounds bounds() {
        return service.spec().settings().bounds(members.size());
    }

    private Set<String> memberNames() {
        var names = new HashSet<String>();
        members.forEach(host -> names.add(host.instance().id()));
        return names;
    }

    private static String siteOf(Task task) {
        return task.assignment().site().instance().orElse("");
    }
}
