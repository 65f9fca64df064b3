package dev.stowage.local.task;

import dev.stowage.schema.semantics.DependencyCondition;

/**
 * What a container waits for before it is made.
 *
 * @param container the name of the other container
 * @param condition how far the other must have come
 */
public record Dependency(String container, DependencyCondition condition) {}
