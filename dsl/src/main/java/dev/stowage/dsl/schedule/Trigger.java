package dev.stowage.dsl.schedule;

import dev.stowage.dsl.app.Lines;

/** What starts the task of a rule: an event, or the clock. */
public sealed interface Trigger permits EventPattern, Schedule {

    /** Where its words were said. */
    Lines lines();
}
