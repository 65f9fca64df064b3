package dev.stowage.dsl.service;

import java.time.Duration;

/** How traffic moves from old tasks to new ones. */
public sealed interface Pace {

    /** All of it at once. */
    enum AtOnce implements Pace {
        /** The only one of its kind. */
        AT_ONCE
    }

    /**
     * A part first, and the rest after a while.
     *
     * @param percent the part
     * @param then after how long the rest follows
     */
    record Canary(double percent, Duration then) implements Pace {}

    /**
     * Step by step.
     *
     * @param percent the part that moves in each step
     * @param every how long each step lasts
     */
    record Linear(double percent, Duration every) implements Pace {}
}
