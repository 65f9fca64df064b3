package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a run has on the engine: its containers, by task and by the ids of Docker, and the addresses of its tasks. */
final class Registry {

    private static final String LOOPBACK = "127.0.0.1";

    private final Map<ContainerId, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Slot> byDocker = new LinkedHashMap<>();
    private final Map<TaskId, Ground.Pause> pauses = new LinkedHashMap<>();

    synchronized Slot slot(ContainerId id, Supplier<Slot> fresh) {
        return slots.computeIfAbsent(id, it -> fresh.get());
    }

    synchronized Optional<Slot> find(ContainerId id) {
        return Optional.ofNullable(slots.get(id));
    }

    synchronized Optional<Slot> find(String dockerId) {
        return Optional.ofNullable(byDocker.get(dockerId));
    }

    synchronized void made(Slot slot, String dockerId) {
        slot.made(dockerId);
        byDocker.put(dockerId, slot);
    }

    synchronized void unmade(Slot slot) {
        slot.docker().ifPresent(byDocker::remove);
        slot.unmade();
    }

    synchronized void paused(TaskId task, Ground.Pause pause) {
        pauses.put(task, pause);
    }

    synchronized Optional<Ground.Pause> pause(TaskId task) {
        return Optional.ofNullable(pauses.get(task));
    }

    synchronized List<Slot> all() {
        return List.copyOf(slots.values());
    }

    /** All but pause containers: these have the groups of the others in theirs, and end last. */
    synchronized List<Slot> apps() {
        return slots.values().stream()
                .filter(slot -> !Recipe.isPause(slot.id()))
                .toList();
    }

    synchronized List<Slot> of(TaskId task) {
        return slots.values().stream()
                .filter(slot -> slot.id().task().equals(task))
                .toList();
    }

    synchronized void forget(TaskId task) {
        slots.keySet().removeIf(id -> id.task().equals(task));
        byDocker.values().removeIf(slot -> slot.id().task().equals(task));
        pauses.remove(task);
    }

    /** Where a task is reached; empty while it has no address yet. */
    synchronized Optional<TaskAddress> address(TaskId task) {
        var containers = of(task);
        if (containers.isEmpty()) {
            return Optional.empty();
        }
        return switch (containers.get(0).booking().setup().network()) {
            case AWSVPC -> pause(task).filter(it -> !it.ip().isEmpty()).map(it -> new TaskAddress(it.ip(), List.of()));
            case HOST -> Optional.of(new TaskAddress(LOOPBACK, List.of()));
            case BRIDGE -> Optional.of(new TaskAddress(LOOPBACK, bindings(containers)));
            case NONE -> Optional.empty();
        };
    }

    /** Where this machine reaches a task: at its address, or at ports of the loopback where the engine keeps that to itself. */
    synchronized Optional<TaskAddress> reached(TaskId task) {
        var published = bindings(of(task));
        return address(task).map(it -> published.isEmpty() ? it : new TaskAddress(LOOPBACK, published));
    }

    private static List<TaskAddress.Binding> bindings(List<Slot> containers) {
        var all = new ArrayList<TaskAddress.Binding>();
        containers.forEach(slot -> all.addAll(slot.ports().bindings()));
        return all;
    }
}
