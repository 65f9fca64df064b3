package dev.stowage.local.stack;

import java.util.Map;

/**
 * A container that routes the logs of others: FireLens.
 *
 * @param kind which program it is
 * @param options {@code enable-ecs-log-metadata}, {@code config-file-type}, {@code config-file-value}
 */
public record LogRouter(Kind kind, Map<String, String> options) {

    /** Which program routes. */
    public enum Kind {
        /** Fluent Bit. */
        FLUENTBIT,
        /** Fluentd. */
        FLUENTD
    }

    /** A router that cannot be changed from outside. */
    public LogRouter {
        options = Ordered.copy(options);
    }
}
