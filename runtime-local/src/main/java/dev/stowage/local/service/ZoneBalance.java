package dev.stowage.local.service;

import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the tasks of a service lie over the zones that it may use. Zones are even where none has two tasks more than another;
 * ECS says no number, this one is ours.
 */
final class ZoneBalance {

    private final List<String> usable;
    private final Map<String, Integer> counts = new TreeMap<>();

    private ZoneBalance(List<String> usable, List<Task> tasks) {
        this.usable = usable;
        usable.forEach(zone -> counts.put(zone, 0));
        tasks.forEach(task -> counts.merge(zoneOf(task), 1, Integer::sum));
    }

    static ZoneBalance of(Service service, Situation situation, List<Task> tasks) {
        return new ZoneBalance(zones(service.spec(), situation), tasks);
    }

    /** Whether a service evens its tasks out: it wants to, may run one more than it wants, and is spread over zones first. */
    static boolean isWantedBy(ServiceSpec spec) {
        return spec.scheduling() instanceof Scheduling.Replica replica
                && replica.rebalanced()
                && spec.settings().maximumPercent() > 100
                && isSpread(spec.launch());
    }

    private static boolean isSpread(Launch launch) {
        if (launch instanceof Launch.OnInstances on) {
            var strategies = on.placement().strategies();
            return strategies.isEmpty() || strategies.get(0).equals(new Strategy.Spread("attribute:" + Instance.ZONE));
        }
        return true;
    }

    private static List<String> zones(ServiceSpec spec, Situation situation) {
        if (spec.launch() instanceof Launch.OnInstances on) {
            var members = on.placement().members(situation.fleet(), spec.group().name());
            return members.stream()
                    .map(host -> host.instance().zone())
                    .distinct()
                    .toList();
        }
        return spec.launch() instanceof Launch.OnFargate fargate ? fargate.zones() : List.of();
    }

    boolean isEven() {
        return poor().isEmpty();
    }

    /** The usable zones with too few tasks, the emptiest first. */
    List<String> poor() {
        var poor = new ArrayList<>(usable);
        poor.removeIf(zone -> count(zone) > most() - 2);
        poor.sort(Comparator.comparing(this::count).thenComparing(zone -> zone));
        return poor;
    }

    /** Those of these tasks that are in a zone with the most. */
    List<Task> inFullest(List<Task> tasks) {
        var most = most();
        return tasks.stream().filter(task -> count(zoneOf(task)) == most).toList();
    }

    private int count(String zone) {
        return counts.getOrDefault(zone, 0);
    }

    private int most() {
        return counts.isEmpty() ? 0 : Collections.max(counts.values());
    }

    static String zoneOf(Task task) {
        return task.assignment().site().zone();
    }

    /**
     * {@code 2 tasks in a, 0 in b, and 1 in c}.
     *
     * @param further what stands between a further number and its zone
     */
    String described(String further) {
        var text = new StringBuilder();
        var left = counts.size();
        for (var zone : counts.entrySet()) {
            var before = left == 1 ? ", and " : ", ";
            text.append(text.isEmpty() ? "" : before).append(zone.getValue());
            text.append(left == counts.size() ? " tasks in " : further).append(zone.getKey());
            left--;
        }
        return text.toString();
    }
}
