package dev.stowage.local.endpoint;

import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tasks of a run, for what answers their questions. Asked by many threads. */
public interface Residents {

    /** All that run here now. */
    List<Resident> all();

    /** What the engine measured last of a container, as it says it, in JSON; empty before the first time. */
    Optional<String> stats(ContainerId container);

    /** Protects a task from the choices of its service until then. */
    void protect(TaskId task, Instant until);

    /** Protects a task no more. */
    void unprotect(TaskId task);
}
