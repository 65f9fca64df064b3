package dev.stowage.local.service;

import dev.stowage.local.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about a service now.
 *
 * @param service the service, with what was decided
 * @param started new tasks
 * @param stopped tasks that are told to stop
 * @param again when to plan again even if nothing happens
 */
public record ServiceStep(Service service, List<Task> started, List<Stopping> stopped, Optional<Instant> again) {}
