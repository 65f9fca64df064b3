package dev.stowage.local.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about a task now.
 *
 * @param task the task, with what was decided
 * @param orders what the outside is asked to do, in this order
 * @param again when to plan again even if nothing happens
 */
public record Planned(Task task, List<Order> orders, Optional<Instant> again) {}
