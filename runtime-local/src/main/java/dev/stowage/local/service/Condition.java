package dev.stowage.local.service;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a task is worth to its service. */
enum Condition {
    /** It does not run yet, or it is too early to tell. */
    STARTING,
    /** It counts towards the minimum. */
    HEALTHY,
    /** It is to be replaced. */
    UNHEALTHY;

    /** How long a task without any check must have been running. */
    private static final Duration PROOF = Duration.ofSeconds(40);

    /** The condition of a live task. */
    static Condition of(Task task, Duration grace, Instant now, TimeScale scale) {
        if (task.status() != TaskStatus.RUNNING) {
            return STARTING;
        }
        if (isFoundUnhealthy(task)) {
            return isYounger(task, grace, now) ? STARTING : UNHEALTHY;
        }
        return isFoundHealthy(task, now, scale) ? HEALTHY : STARTING;
    }

    /** When the condition may change although nothing happens. */
    static Optional<Instant> changeOf(Task task, Duration grace, TimeScale scale) {
        if (task.status() != TaskStatus.RUNNING) {
            return Optional.empty();
        }
        var started = task.times().started();
        if (isFoundUnhealthy(task)) {
            return started.map(at -> at.plus(grace));
        }
        return isChecked(task) ? Optional.empty() : started.map(at -> at.plus(scale.of(PROOF)));
    }

    private static boolean isFoundUnhealthy(Task task) {
        return task.health() == Health.UNHEALTHY || task.target() == TargetHealth.UNHEALTHY;
    }

    private static boolean isFoundHealthy(Task task, Instant now, TimeScale scale) {
        if (!isChecked(task)) {
            return !isYounger(task, scale.of(PROOF), now);
        }
        var inside = !task.definition().isHealthChecked() || task.health() == Health.HEALTHY;
        return inside && (!task.assignment().routed() || task.target() == TargetHealth.HEALTHY);
    }

    private static boolean isChecked(Task task) {
        return task.definition().isHealthChecked() || task.assignment().routed();
    }

    private static boolean isYounger(Task task, Duration age, Instant now) {
        return now.isBefore(task.times().started().orElse(now).plus(age));
    }
}
