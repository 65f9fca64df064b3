package dev.stowage.local.ledger;

import dev.stowage.local.stack.TaskSetup;

/**
 * What tasks were made from, as it was kept.
 *
 * @param setup as it was, its secrets left out
 * @param isWhole whether it has no secrets, so that nothing is missing
 */
public record Kept(TaskSetup setup, boolean isWhole) {}
