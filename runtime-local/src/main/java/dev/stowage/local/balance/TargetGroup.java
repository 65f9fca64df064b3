package dev.stowage.local.balance;

import java.time.Duration;
import java.util.Optional;

/**
 * A target group: how its targets are talked to, judged, chosen and let go.
 *
 * @param name its name, unique in a run
 * @param protocol how targets are talked to
 * @param algorithm how one of them is chosen
 * @param check how they are asked whether they are well
 * @param stickiness how callers stay with a target, where they do
 * @param slowStart how long a new target takes to get its full share; zero for at once
 * @param delay how long requests in flight may take after a target was taken out
 * @param fewestHealthy with fewer healthy targets than this, all are tried
 * @param isTold whether targets are told who calls by a head of the PROXY protocol
 * @param proxy how Service Connect's proxy treats them, where it does; then nobody asks them how they are
 */
public record TargetGroup(
        String name,
        Protocol protocol,
        Algorithm algorithm,
        HealthCheck check,
        Optional<Stickiness> stickiness,
        Duration slowStart,
        Duration delay,
        int fewestHealthy,
        boolean isTold,
        Optional<Proxy> proxy) {

    /** How targets are talked to; where that is in TLS, their certificates are not looked at. */
    public enum Protocol {
        /** HTTP/1.1. */
        HTTP(false, false, false),
        /** HTTP/1.1 in TLS. */
        HTTPS(true, false, false),
        /** HTTP/2. */
        HTTP2(false, true, false),
        /** HTTP/2 in TLS. */
        HTTP2_TLS(true, true, false),
        /** HTTP/2, calls of gRPC only. */
        GRPC(false, true, true),
        /** HTTP/2 in TLS, calls of gRPC only. */
        GRPC_TLS(true, true, true),
        /** Bytes. */
        TCP(false, false, false),
        /** Bytes in TLS. */
        TLS(true, false, false),
        /** Datagrams. */
        UDP(false, false, false);

        private final boolean isSecure;
        private final boolean isHttp2;
        private final boolean isGrpc;

        Protocol(boolean isSecure, boolean isHttp2, boolean isGrpc) {
            this.isSecure = isSecure;
            this.isHttp2 = isHttp2;
            this.isGrpc = isGrpc;
        }

        /** Whether it is in TLS. */
        public boolean isSecure() {
            return isSecure;
        }

        /** Whether targets speak HTTP/2. */
        public boolean isHttp2() {
            return isHttp2;
        }

        /** Whether targets take calls of gRPC only. */
        public boolean isGrpc() {
            return isGrpc;
        }
    }

    /** How one of several targets is chosen. */
    public enum Algorithm {
        /** Each in its turn. */
        ROUND_ROBIN,
        /** The one with the fewest requests in flight. */
        LEAST_OUTSTANDING,
        /** Any. */
        RANDOM
    }

    /** How callers stay with a target: by a cookie, or by their address. */
    public sealed interface Stickiness {

        /** How long. */
        Duration time();

        /** The address of the caller: as long as the targets stay the same. */
        record Source() implements Stickiness {
            @Override
            public Duration time() {
                return Duration.ZERO;
            }
        }

        /** A cookie of the load balancer's own. */
        record Balancer(Duration time) implements Stickiness {}

        /**
         * A cookie beside one of the application's.
         *
         * @param cookie the name of that
         */
        record Application(String cookie, Duration time) implements Stickiness {}
    }

    /** A group of HTTP with the defaults of Elastic Load Balancing: a delay of 300 s, each target in its turn. */
    public static TargetGroup http(String name) {
        return new TargetGroup(
                name,
                Protocol.HTTP,
                Algorithm.ROUND_ROBIN,
                HealthCheck.STANDARD,
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5),
                1,
                false,
                Optional.empty());
    }

    /** The same, talked to like that. */
    public TargetGroup speaking(Protocol other) {
        return new TargetGroup(
                name, other, algorithm, check, stickiness, slowStart, delay, fewestHealthy, isTold, proxy);
    }

    /** The same, asked like that. */
    public TargetGroup asked(HealthCheck other) {
        return new TargetGroup(
                name, protocol, algorithm, other, stickiness, slowStart, delay, fewestHealthy, isTold, proxy);
    }

    /** The same, with callers that stay. */
    public TargetGroup sticky(Stickiness other) {
        return new TargetGroup(
                name, protocol, algorithm, check, Optional.of(other), slowStart, delay, fewestHealthy, isTold, proxy);
    }

    /** The same, whose targets start slowly. */
    public TargetGroup startingIn(Duration time) {
        return new TargetGroup(name, protocol, algorithm, check, stickiness, time, delay, fewestHealthy, isTold, proxy);
    }

    /** The same, with so long a deregistration delay. */
    public TargetGroup draining(Duration time) {
        return new TargetGroup(
                name, protocol, algorithm, check, stickiness, slowStart, time, fewestHealthy, isTold, proxy);
    }

    /** The same, behind the proxies of its callers. */
    public TargetGroup behind(Proxy other) {
        return new TargetGroup(
                name,
                protocol,
                algorithm,
                check,
                stickiness,
                slowStart,
                delay,
                fewestHealthy,
                isTold,
                Optional.of(other));
    }
}
