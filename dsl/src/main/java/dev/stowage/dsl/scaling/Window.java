package dev.stowage.dsl.scaling;

import dev.stowage.dsl.schedule.Schedule;

/**
 * Bounds that hold from a time on.
 *
 * @param from from when
 * @param fewest the fewest copies
 * @param most the most copies
 */
public record Window(Schedule from, int fewest, int most) {}
