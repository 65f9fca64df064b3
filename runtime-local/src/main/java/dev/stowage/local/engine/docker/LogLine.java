package dev.stowage.local.engine.docker;

import java.time.Instant;

/**
 * A line that a container printed.
 *
 * @param at when
 * @param isError whether to standard error
 * @param text the line, without its end
 */
public record LogLine(Instant at, boolean isError, String text) {}
