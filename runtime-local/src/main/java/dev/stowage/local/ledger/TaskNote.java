package dev.stowage.local.ledger;

import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.task.Task;
import java.util.List;

/**
 * What is kept of a task.
 *
 * @param task how it is
 * @param setup the print of what it was made from
 * @param links the target groups that it belongs in
 */
public record TaskNote(Task task, String setup, List<TargetLink> links) {}
