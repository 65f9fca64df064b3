package dev.stowage.local.endpoint;

import java.time.Instant;

/**
 * A line that a container printed.
 *
 * @param at when
 * @param message the line
 */
public record LogLine(Instant at, String message) {}
