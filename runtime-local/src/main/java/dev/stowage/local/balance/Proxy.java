package dev.stowage.local.balance;

import java.time.Duration;

/**
 * How the proxy of Service Connect calls a service (ECS developer guide, "Service Connect proxy configuration"): tasks in
 * their turn, a connection that fails once more with another task, and tasks that fail often not at all for a while.
 *
 * @param idle how long nothing may happen on a connection; zero for any time
 * @param perRequest how long an answer may take; zero for any time
 */
public record Proxy(Duration idle, Duration perRequest) {

    /** For HTTP, HTTP/2 and gRPC: 5 minutes idle, 15 seconds for a request. */
    public static final Proxy OF_REQUESTS = new Proxy(Duration.ofMinutes(5), Duration.ofSeconds(15));

    /** For TCP: one hour idle. */
    public static final Proxy OF_BYTES = new Proxy(Duration.ofHours(1), Duration.ZERO);

    /** How often a connection that fails is tried again, each time with another task. */
    public static final int RETRIES = 2;

    /** How many failures within {@link #WINDOW} put a task out. */
    static final int FAILURES = 5;

    /** Within which time failures count. */
    static final Duration WINDOW = Duration.ofSeconds(30);

    /** How long a task is out for the first time; each further time so much longer. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    /** How long a task is out at most. */
    static final Duration LONGEST = Duration.ofMinutes(5);
}
