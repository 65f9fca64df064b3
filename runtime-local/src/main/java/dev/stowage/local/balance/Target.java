package dev.stowage.local.balance;

import dev.stowage.local.task.TaskId;

/**
 * A port of a task in a target group.
 *
 * @param task the task
 * @param group the name of the group
 * @param host the address at which it is reached
 * @param port the port there
 */
public record Target(TaskId task, String group, String host, int port) {

    /** What tells it from the others of its group: a task may be in one with several ports. */
    public String key() {
        return task.value() + ":" + port;
    }
}
