package dev.stowage.local.traffic;

import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was said of the tasks: told on the loop, heard from any thread. */
final class Announcements {

    private final Map<TaskId, TargetSeen> last = new ConcurrentHashMap<>();
    private final Queue<Seen> news = new ConcurrentLinkedQueue<>();
    private final Runnable bell;

    Announcements(Runnable bell) {
        this.bell = bell;
    }

    /** Says how a task stands, unless that is what was said last or cannot follow it. */
    void say(TaskId task, TargetHealth health) {
        say(new TargetSeen(task, health));
    }

    /** The same, with what a group complains of. */
    void say(TargetSeen seen) {
        var before = Optional.ofNullable(last.get(seen.task()))
                .map(TargetSeen::health)
                .orElse(TargetHealth.NONE);
        if (seen.health() != before && seen.health().mayFollow(before)) {
            last.put(seen.task(), seen);
            news.add(seen);
            bell.run();
        }
    }

    void forget(TaskId task) {
        last.remove(task);
    }

    List<Seen> news() {
        var heard = new ArrayList<Seen>();
        for (var seen = news.poll(); seen != null; seen = news.poll()) {
            heard.add(seen);
        }
        return heard;
    }

    List<Seen> everything() {
        news.clear();
        return new ArrayList<>(last.values());
    }
}
