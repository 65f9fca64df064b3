package dev.stowage.local.loop;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Dependency;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An engine between the loop and another one, which holds the orders to their promises: what is behind a target group leaves it
 * before it is stopped, what waits for another starts after it and stops before it, and nothing of a removed task is started.
 */
final class OrderInspector implements Engine {

    private final Engine engine;
    private final Set<TaskId> registered = new HashSet<>();
    private final Set<TaskId> removed = new HashSet<>();
    private final Map<ContainerId, ContainerStatus> told = new HashMap<>();
    private final Map<TaskId, Map<ContainerId, List<Dependency>>> waits = new HashMap<>();

    OrderInspector(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Start start) {
            inspect(start);
        } else if (order instanceof Order.Stop stop) {
            inspect(stop);
        } else if (order instanceof Order.Register) {
            Inspector.expect(registered.add(order.task()), () -> "a task is registered once: " + order.task());
        } else if (order instanceof Order.Remove) {
            removed.add(order.task());
            told.keySet().removeIf(one -> one.task().equals(order.task()));
            waits.remove(order.task());
        }
        engine.begin(order);
    }

    private void inspect(Order.Start start) {
        Inspector.expect(!removed.contains(start.task()), () -> "nothing of a removed task starts: " + start);
        told.put(start.container(), ContainerStatus.NONE);
        waits.computeIfAbsent(start.task(), task -> new HashMap<>())
                .put(start.container(), start.definition().dependencies());
        for (var dependency : start.definition().dependencies()) {
            var other = told.get(new ContainerId(start.task(), dependency.container()));
            Inspector.expect(
                    other != null && other.reached(ContainerStatus.RUNNING),
                    () -> "what is waited for runs first: " + start + ", " + other);
        }
    }

    private void inspect(Order.Stop stop) {
        var task = stop.task();
        Inspector.expect(!registered.contains(task), () -> "a task leaves its target groups before it stops: " + stop);
        waits.getOrDefault(task, Map.of()).forEach((waiting, dependencies) -> {
            var isDependant = dependencies.stream()
                    .anyMatch(one -> one.container().equals(stop.container().name()));
            Inspector.expect(
                    !isDependant || told.get(waiting) == ContainerStatus.STOPPED,
                    () -> "what waits for another stops first: " + stop + ", " + waiting);
        });
    }

    @Override
    public List<Seen> changes() {
        return note(engine.changes());
    }

    @Override
    public List<Seen> everything() {
        var all = note(engine.everything());
        var there = new HashSet<ContainerId>();
        all.forEach(seen -> {
            if (seen instanceof ContainerSeen container) {
                there.add(container.container());
            }
        });
        told.replaceAll((container, status) -> there.contains(container) ? status : ContainerStatus.STOPPED);
        return all;
    }

    private List<Seen> note(List<Seen> all) {
        for (var seen : all) {
            if (seen instanceof ContainerSeen container) {
                told.merge(container.container(), container.status(), OrderInspector::later);
            } else if (seen instanceof TargetSeen target && target.health() == TargetHealth.UNUSED) {
                registered.remove(target.task());
            }
        }
        return all;
    }

    private static ContainerStatus later(ContainerStatus one, ContainerStatus other) {
        return one.reached(other) ? one : other;
    }
}
