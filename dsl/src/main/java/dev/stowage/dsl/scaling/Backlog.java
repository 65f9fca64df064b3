package dev.stowage.dsl.scaling;

import dev.stowage.dsl.messaging.MessageQueue;

/**
 * The messages that wait in a queue, shared out among the copies.
 *
 * @param queue the queue
 * @param perCopy how many may wait for each copy
 */
public record Backlog(MessageQueue queue, int perCopy) {}
