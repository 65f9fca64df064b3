package dev.stowage.local.loop;

import dev.stowage.local.service.ServiceStep;
import dev.stowage.local.task.Task;
import java.util.List;

/** Somebody who is told what is decided about services: a live view, or a test. */
@FunctionalInterface
public interface Witness {

    /** Nobody. */
    Witness NOBODY = (step, tasks) -> {};

    /**
     * Something was decided about a service.
     *
     * @param step what
     * @param tasks its tasks until then
     */
    void saw(ServiceStep step, List<Task> tasks);
}
