package dev.stowage.local.task;

/** The name of a task: the last part of its ARN. */
public record TaskId(String value) implements Comparable<TaskId> {

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
