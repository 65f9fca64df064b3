package dev.stowage.local.loop;

import dev.stowage.local.place.Fleet;
import dev.stowage.local.place.Instance;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.TaskChange;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of the clusters of a run: their instances, services and tasks, as the last round of the loop left them. */
public final class Cluster {

    private final Map<String, Map<String, Instance>> instances = new LinkedHashMap<>();
    private final Map<ServiceId, Service> services = new LinkedHashMap<>();
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<TaskId, Task> noted = new HashMap<>();

    private final Set<String> alarms = new TreeSet<>();

    private Cluster() {}

    static Cluster empty() {
        return new Cluster();
    }

    /** Its services, in the order of their creation. */
    public List<Service> services() {
        return List.copyOf(services.values());
    }

    /** Its services in the order in which they take room: daemons before all others. */
    List<Service> daemonsFirst() {
        var all = new ArrayList<>(services.values());
        all.sort(Comparator.comparing(one -> !(one.spec().scheduling() instanceof Scheduling.Daemon)));
        return all;
    }

    /** The service of that cluster and name. */
    public Optional<Service> service(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    /** Its tasks, oldest first; those that stopped are shown for an hour more. */
    public List<Task> tasks() {
        return List.copyOf(tasks.values());
    }

    /** The task of that name. */
    public Optional<Task> task(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** The tasks of a group, oldest first. */
    public List<Task> tasksOf(Group group) {
        var found = new ArrayList<Task>();
        for (var task : tasks.values()) {
            if (task.assignment().group().equals(group)) {
                found.add(task);
            }
        }
        return found;
    }

    /** The container instances of one cluster with what runs on them. */
    public Fleet fleet(String cluster) {
        var own = instances.getOrDefault(cluster, Map.of());
        return Fleet.of(List.copyOf(own.values()), tasks.values());
    }

    void put(String cluster, Instance instance) {
        instances.computeIfAbsent(cluster, it -> new LinkedHashMap<>()).put(instance.id(), instance);
    }

    void put(Service service) {
        services.put(service.spec().id(), service);
    }

    void put(Task task) {
        tasks.put(task.id(), task);
        noted.putIfAbsent(task.id(), task);
    }

    /** The alarms that are in {@code ALARM}. */
    Set<String> alarms() {
        return alarms;
    }

    void forget(Task task) {
        tasks.remove(task.id());
        noted.remove(task.id());
    }

    /** What became of these tasks since this was asked last, or since they are there. */
    List<TaskChange> changes(List<Task> of) {
        var changes = new ArrayList<TaskChange>();
        for (var task : of) {
            var before = noted.put(task.id(), task);
            if (before != null && differs(before, task)) {
                changes.add(new TaskChange(before, task));
            }
        }
        return changes;
    }

    private static boolean differs(Task before, Task after) {
        return before.status() != after.status() || before.target() != after.target();
    }
}
