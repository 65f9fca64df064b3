package dev.stowage.local.loop;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is seen of the engine: what it tells, and every five minutes, or when the clock was set back, everything there is, so
 * that nothing that was not told stays unknown.
 */
final class Lookout {

    private static final Duration EVERYTHING = Duration.ofMinutes(5);

    private final Engine engine;
    private final AtomicLong looked;

    Lookout(Engine engine, Instant now) {
        this.engine = engine;
        this.looked = new AtomicLong(now.toEpochMilli());
    }

    /** When it looks at everything again. */
    Instant next() {
        return lastLook().plus(EVERYTHING);
    }

    /** Has it look at everything the next time. */
    void lookAtEverything() {
        looked.set(Instant.EPOCH.toEpochMilli());
    }

    /** What is news at that moment about these tasks. */
    List<Seen> look(Instant now, List<Task> tasks) {
        if (now.isBefore(next()) && !now.isBefore(lastLook())) {
            return engine.changes();
        }
        looked.set(now.toEpochMilli());
        var all = new ArrayList<>(engine.everything());
        all.addAll(vanished(tasks, all, now));
        return all;
    }

    private Instant lastLook() {
        return Instant.ofEpochMilli(looked.get());
    }

    private static List<Seen> vanished(List<Task> tasks, List<Seen> all, Instant now) {
        var there = new HashSet<ContainerId>();
        for (var seen : all) {
            if (seen instanceof ContainerSeen container) {
                there.add(container.container());
            }
        }
        var gone = new ArrayList<Seen>();
        for (var task : tasks) {
            for (var container : task.containers()) {
                var id = new ContainerId(task.id(), container.definition().name());
                if (wasStarted(container) && !there.contains(id)) {
                    gone.add(ContainerSeen.failed(id, container.run(), ContainerError.vanished(), now));
                }
            }
        }
        return gone;
    }

    private static boolean wasStarted(Container container) {
        return container.run() > 0 && !container.isStopped();
    }
}
