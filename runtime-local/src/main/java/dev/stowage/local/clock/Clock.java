package dev.stowage.local.clock;

import java.time.Instant;

/** What time it is, and a way to wait. The only source of time for everything that decides. */
public interface Clock {

    /** The present moment. It may jump, in both directions, as the clock of a laptop does. */
    Instant now();

    /** Waits until then, or less long when something happens before that calls for attention. */
    void sleepUntil(Instant until);
}
