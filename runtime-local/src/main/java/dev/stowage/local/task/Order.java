package dev.stowage.local.task;

import java.time.Duration;

/** Something the outside is asked to do. What came of it is {@linkplain Seen seen}. */
public sealed interface Order {

    /** The task that it is about. */
    TaskId task();

    /**
     * Pull its image if need be, make it, start it; or start it again if it was made before.
     *
     * @param container which container
     * @param run the how-manieth start this is, from 1
     * @param definition what to run
     */
    record Start(ContainerId container, int run, ContainerDefinition definition) implements Order {
        @Override
        public TaskId task() {
            return container.task();
        }
    }

    /**
     * Send it the stop signal, and kill it after the timeout; give up its start if it does not run yet.
     *
     * @param container which container
     * @param timeout how long it has
     */
    record Stop(ContainerId container, Duration timeout) implements Order {
        @Override
        public TaskId task() {
            return container.task();
        }
    }

    /** Put the task into the target groups and the discovery of its service. */
    record Register(TaskId task) implements Order {}

    /** Take the task out of them, and let requests in flight end. */
    record Deregister(TaskId task) implements Order {}

    /** Remove the containers of a task that stopped a while ago. */
    record Remove(TaskId task) implements Order {}
}
