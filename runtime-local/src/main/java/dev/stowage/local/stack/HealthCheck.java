package dev.stowage.local.stack;

import java.time.Duration;
import java.util.List;

/**
 * How the engine asks a container whether it is well.
 *
 * @param test {@code CMD} and a command, or {@code CMD-SHELL} and a line for the shell
 * @param interval how often
 * @param timeout how long it waits for an answer
 * @param retries after how many failures in a row it is ill
 * @param startPeriod for how long after the start failures are overlooked
 */
public record HealthCheck(List<String> test, Duration interval, Duration timeout, int retries, Duration startPeriod) {

    /** How often, where the definition says nothing. */
    public static final Duration STANDARD_INTERVAL = Duration.ofSeconds(30);

    /** How long, where the definition says nothing. */
    public static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(5);

    /** How many, where the definition says nothing. */
    public static final int STANDARD_RETRIES = 3;

    /** A check that cannot be changed from outside. */
    public HealthCheck {
        test = List.copyOf(test);
    }

    /** That test, with ECS's defaults. */
    public static HealthCheck of(String... test) {
        return new HealthCheck(List.of(test), STANDARD_INTERVAL, STANDARD_TIMEOUT, STANDARD_RETRIES, Duration.ZERO);
    }
}
