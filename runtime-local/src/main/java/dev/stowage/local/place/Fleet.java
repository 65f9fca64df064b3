package dev.stowage.local.place;

import dev.stowage.local.task.Demand;
import dev.stowage.local.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances of a cluster with what runs on each. A task holds its share until it is {@code STOPPED}. */
public final class Fleet {

    /** No instances. */
    public static final Fleet NONE = new Fleet(Map.of());

    private final Map<String, Host> hosts;

    private Fleet(Map<String, Host> hosts) {
        this.hosts = hosts;
    }

    /** These instances, with those of these tasks that are on them. */
    public static Fleet of(List<Instance> instances, Iterable<Task> tasks) {
        var hosts = new LinkedHashMap<String, Host>();
        for (var instance : instances) {
            hosts.put(instance.id(), Host.empty(instance));
        }
        for (var task : tasks) {
            var on = task.assignment().site().instance();
            if (!task.isStopped() && on.isPresent()) {
                hosts.computeIfPresent(
                        on.get(),
                        (id, host) -> host.with(task.assignment().group().name(), demandOf(task)));
            }
        }
        return new Fleet(hosts);
    }

    /** The same, with one more task there. */
    public Fleet with(String instance, String group, Demand demand) {
        var next = new LinkedHashMap<>(hosts);
        next.computeIfPresent(instance, (id, host) -> host.with(group, demand));
        return new Fleet(next);
    }

    /** Only that one of its instances. */
    public Fleet only(String instance) {
        var host = hosts.get(instance);
        return new Fleet(host == null ? new LinkedHashMap<>() : new LinkedHashMap<>(Map.of(instance, host)));
    }

    /** Only its instances in that zone. */
    public Fleet in(String zone) {
        var next = new LinkedHashMap<>(hosts);
        next.values().removeIf(host -> !host.instance().zone().equals(zone));
        return new Fleet(next);
    }

    /** The same, where of the tasks of that group only these are left. */
    public Fleet keepingOnly(String group, Iterable<Task> tasks) {
        var next = new LinkedHashMap<String, Host>();
        hosts.forEach((id, host) -> next.put(id, host.without(group)));
        for (var task : tasks) {
            var on = task.assignment().site().instance();
            on.ifPresent(id -> next.computeIfPresent(id, (same, host) -> host.with(group, Demand.NOTHING)));
        }
        return new Fleet(next);
    }

    /** Its instances in their order. */
    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    /** The instance of that name. */
    public Optional<Host> host(String instance) {
        return Optional.ofNullable(hosts.get(instance));
    }

    /** Whether that instance takes no new tasks, or is gone. */
    public boolean isLeaving(String instance) {
        var host = hosts.get(instance);
        return host == null || host.instance().draining();
    }

    /** Those that take new tasks, in their order. */
    List<Host> active() {
        var active = new ArrayList<Host>();
        for (var host : hosts.values()) {
            if (!host.instance().draining()) {
                active.add(host);
            }
        }
        return active;
    }

    private static Demand demandOf(Task task) {
        return task.definition().demand();
    }
}
