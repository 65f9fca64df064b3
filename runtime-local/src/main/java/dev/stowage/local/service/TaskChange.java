package dev.stowage.local.service;

import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;

/**
 * A task of a service before and after something was seen of it.
 *
 * @param before as it was known
 * @param after as it is known now
 */
public record TaskChange(Task before, Task after) {

    /** Whether it came to that status just now, or passed it. */
    boolean reached(TaskStatus status) {
        return before.status().compareTo(status) < 0 && after.status().compareTo(status) >= 0;
    }

    /** Whether it came to run just now. */
    boolean ran() {
        return !before.hasRun() && after.hasRun();
    }

    /** Whether it just ended by itself without having run. */
    boolean failedToStart() {
        return reached(TaskStatus.STOPPED)
                && !after.hasRun()
                && after.stop().filter(stop -> stop.code().isOwnFault()).isPresent();
    }
}
