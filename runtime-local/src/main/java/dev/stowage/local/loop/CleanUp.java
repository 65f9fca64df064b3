package dev.stowage.local.loop;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Has the containers of tasks that stopped a while ago removed, and forgets tasks that stopped long ago. */
final class CleanUp {

    /** How long the containers of a stopped task stay; ECS's agent keeps them for three hours. */
    private static final Duration CONTAINERS = Duration.ofMinutes(5);

    /** How long a stopped task is shown. */
    private static final Duration TASKS = Duration.ofHours(1);

    private final Engine engine;
    private final Cluster cluster;
    private final Set<TaskId> removed = new HashSet<>();

    CleanUp(Engine engine, Cluster cluster) {
        this.engine = engine;
        this.cluster = cluster;
    }

    void run(Instant now) {
        for (var task : cluster.tasks()) {
            if (hasStoppedFor(task, CONTAINERS, now) && removed.add(task.id())) {
                engine.begin(new Order.Remove(task.id()));
            }
            if (hasStoppedFor(task, TASKS, now)) {
                removed.remove(task.id());
                cluster.forget(task);
            }
        }
    }

    private static boolean hasStoppedFor(Task task, Duration time, Instant now) {
        return task.times().stopped().filter(at -> at.plus(time).isBefore(now)).isPresent();
    }
}
