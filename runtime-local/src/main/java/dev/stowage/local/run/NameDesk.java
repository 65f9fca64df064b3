package dev.stowage.local.run;

import dev.stowage.local.balance.Target;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import dev.stowage.local.translate.traffic.Memberships;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the groups of those who are found by a name, for Service Connect and HTTP APIs: whoever is {@code RUNNING} is in. It
 * looks whenever the loop does, and leaves everything else to the desk of the target groups.
 */
final class NameDesk implements Engine {

    private final Engine targets;
    private final BiConsumer<String, List<Target>> groups;
    private final Supplier<Optional<LocalStack>> stack;
    private final Supplier<List<Task>> tasks;
    private final Function<TaskId, Optional<TaskAddress>> addresses;
    private final Map<String, List<Target>> known = new HashMap<>();

    /**
     * A desk for a run.
     *
     * @param targets the desk of the target groups
     * @param groups is told who is in a group when that changed
     * @param stack what runs
     * @param tasks its tasks
     * @param addresses where they are reached
     */
    NameDesk(
            Engine targets,
            BiConsumer<String, List<Target>> groups,
            Supplier<Optional<LocalStack>> stack,
            Supplier<List<Task>> tasks,
            Function<TaskId, Optional<TaskAddress>> addresses) {
        this.targets = targets;
        this.groups = groups;
        this.stack = stack;
        this.tasks = tasks;
        this.addresses = addresses;
    }

    @Override
    public void begin(Order order) {
        targets.begin(order);
    }

    @Override
    public List<Seen> changes() {
        stack.get().ifPresent(this::look);
        return targets.changes();
    }

    @Override
    public List<Seen> everything() {
        stack.get().ifPresent(this::look);
        return targets.everything();
    }

    private void look(LocalStack running) {
        var now = new TreeMap<String, List<Target>>();
        for (var service : running.services()) {
            for (var membership : Memberships.of(service)) {
                var members = now.computeIfAbsent(membership.group(), none -> new ArrayList<>());
                for (var task : tasks.get()) {
                    if (task.assignment().group().equals(service.spec().group()) && isIn(task)) {
                        target(task, membership).ifPresent(members::add);
                    }
                }
            }
        }
        now.forEach((group, members) -> {
            if (!members.equals(known.put(group, members))) {
                groups.accept(group, List.copyOf(members));
            }
        });
    }

    private static boolean isIn(Task task) {
        return task.status() == TaskStatus.RUNNING && task.isWanted();
    }

    private Optional<Target> target(Task task, Memberships.Membership membership) {
        var address = addresses.apply(task.id());
        var port = address.map(it -> it.port(membership.container(), membership.port()))
                .orElse(OptionalInt.empty());
        return port.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(
                        task.id(), membership.group(), address.orElseThrow().ip(), port.getAsInt()));
    }
}
