package dev.stowage.local.service;

import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.task.Task;
import java.util.List;

/**
 * What a scheduler does in one step.
 *
 * @param started new tasks
 * @param stopped tasks that are told to stop
 * @param problems what keeps it from doing more
 * @param unplaced whether a task found no place
 * @param evening whether they even the tasks out over the zones
 */
record Moves(
        List<Task> started, List<Stopping> stopped, List<ServiceEvent> problems, boolean unplaced, boolean evening) {}
