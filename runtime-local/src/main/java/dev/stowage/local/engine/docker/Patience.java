package dev.stowage.local.engine.docker;

import java.time.Duration;

/** How long ECS's agent waits for the engine. */
final class Patience {

    static final Duration CREATE = Duration.ofMinutes(4);
    static final Duration START = Duration.ofMinutes(3);
    static final Duration INSPECT = Duration.ofSeconds(30);
    static final Duration REMOVE = Duration.ofMinutes(5);

    /** Beyond the stop timeout of a container. */
    private static final Duration STOP = Duration.ofMinutes(2);

    /** What containers on Fargate may take at most to stop, and what is waited beyond it. */
    private static final Duration USUAL_STOP = Duration.ofMinutes(2).plus(STOP);

    private Patience() {}

    /** For a container that has so long to stop. */
    static Duration stop(Duration timeout) {
        var whole = timeout.plus(STOP);
        return whole.compareTo(USUAL_STOP) > 0 ? whole : USUAL_STOP;
    }
}
