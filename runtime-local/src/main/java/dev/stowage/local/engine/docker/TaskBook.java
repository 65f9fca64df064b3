package dev.stowage.local.engine.docker;

import dev.stowage.local.task.TaskId;
import java.util.Optional;

/** Where an engine looks up the tasks that it is told to run. Asked on the thread that gives the orders. */
@FunctionalInterface
public interface TaskBook {

    /** What is known of that task; empty where nobody knows it any more. */
    Optional<Booking> find(TaskId task);
}
