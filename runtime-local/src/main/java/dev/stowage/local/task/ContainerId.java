package dev.stowage.local.task;

/**
 * Which container of which task.
 *
 * @param task its task
 * @param name its name in the task definition
 */
public record ContainerId(TaskId task, String name) {

    @Override
    public String toString() {
        return task + "/" + name;
    }
}
