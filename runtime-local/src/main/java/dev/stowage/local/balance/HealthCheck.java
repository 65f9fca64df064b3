package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.StatusMatcher;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a target group asks its targets whether they are well.
 *
 * @param way by what
 * @param path which path; empty for a connection
 * @param port at which port; none for that at which the target gets its requests
 * @param interval how often
 * @param timeout how long an answer may take
 * @param healthyAfter after how many good answers in a row an unhealthy target is healthy again
 * @param unhealthyAfter after how many failures in a row a target is unhealthy
 * @param matcher which codes are good answers: HTTP statuses, or gRPC codes
 */
public record HealthCheck(
        Way way,
        String path,
        OptionalInt port,
        Duration interval,
        Duration timeout,
        int healthyAfter,
        int unhealthyAfter,
        StatusMatcher matcher) {

    /** By what a target is asked. */
    public enum Way {
        /** A request. */
        HTTP,
        /** A request in TLS; the certificate is not looked at. */
        HTTPS,
        /** A call of gRPC. */
        GRPC,
        /** A call of gRPC in TLS. */
        GRPC_TLS,
        /** A connection, which is closed again. */
        TCP,
        /** Not at all: every target counts as healthy. */
        NONE
    }

    /** What Elastic Load Balancing does for HTTP where nothing is written: every 30 s at {@code /}, 200 within 6 s. */
    public static final HealthCheck STANDARD = new HealthCheck(
            Way.HTTP,
            "/",
            OptionalInt.empty(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(6),
            5,
            2,
            StatusMatcher.parse("200").orElseThrow());

    /** The same, so often. */
    public HealthCheck every(Duration time) {
        return new HealthCheck(way, path, port, time, timeout, healthyAfter, unhealthyAfter, matcher);
    }
}
