package dev.stowage.local.service;

import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tasks of several a service stops when it has use for fewer:
 *
 * <ol>
 *   <li>Never one that is protected.
 *   <li>Those that do not run yet.
 *   <li>On instances, the one that the placement strategies would place last; on Fargate, one of the zone with the most.
 *   <li>Of several, the one whose name comes first.
 * </ol>
 */
final class ScaleIn {

    private final Service service;
    private final Situation situation;

    ScaleIn(Service service, Situation situation) {
        this.service = service;
        this.situation = situation;
    }

    /** At most so many of these tasks, in the order in which they are to go. */
    List<Task> choose(List<Task> tasks, int count) {
        var left = new ArrayList<Task>();
        for (var task : tasks) {
            if (!task.isProtected(situation.now())) {
                left.add(task);
            }
        }
        if (left.size() <= count) {
            return left;
        }
        var chosen = new ArrayList<Task>();
        while (chosen.size() < count) {
            var next = next(left);
            left.remove(next);
            chosen.add(next);
        }
        return chosen;
    }

    private Task next(List<Task> tasks) {
        var ranks = ranks(tasks);
        var best = tasks.get(0);
        for (var task : tasks) {
            if (compare(task, best, ranks) < 0) {
                best = task;
            }
        }
        return best;
    }

    private static int compare(Task one, Task other, Map<String, Integer> ranks) {
        var running = Boolean.compare(isRunning(one), isRunning(other));
        var rank = running != 0 ? running : Integer.compare(rank(one, ranks), rank(other, ranks));
        return rank != 0 ? rank : one.id().compareTo(other.id());
    }

    private static int rank(Task task, Map<String, Integer> ranks) {
        return ranks.getOrDefault(siteOf(task), 0);
    }

    /** The lower the rank of a site, the sooner a task there goes. */
    private Map<String, Integer> ranks(List<Task> tasks) {
        var ranks = new HashMap<String, Integer>();
        for (var task : tasks) {
            ranks.merge(siteOf(task), -1, Integer::sum);
        }
        if (service.spec().launch() instanceof Launch.OnInstances on) {
            rankHosts(on.placement(), tasks, ranks);
        }
        return ranks;
    }

    private void rankHosts(Placement placement, List<Task> tasks, Map<String, Integer> ranks) {
        var group = service.spec().group().name();
        var hosts = new ArrayList<>(situation.fleet().keepingOnly(group, tasks).hosts());
        hosts.sort(placement.takingOrder(hosts, group, situation.names().seed()));
        for (var place = 0; place < hosts.size(); place++) {
            ranks.put(hosts.get(place).instance().id(), place);
        }
    }

    private static String siteOf(Task task) {
        var site = task.assignment().site();
        return site.instance().orElse(site.zone());
    }

    private static boolean isRunning(Task task) {
        return task.status() == TaskStatus.RUNNING;
    }
}
