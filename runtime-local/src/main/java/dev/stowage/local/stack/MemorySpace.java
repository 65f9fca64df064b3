package dev.stowage.local.stack;

/** With whom a container shares System V IPC and POSIX message queues: {@code IpcMode} of a task definition. */
public enum MemorySpace {
    /** As the engine has it where nothing is said. */
    STANDARD,
    /** With its task. */
    TASK,
    /** With the host. */
    HOST,
    /** With nobody. */
    NONE
}
