package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.ListenerRules;
import java.util.List;

/**
 * A listener of a load balancer.
 *
 * @param name its name, unique in a run
 * @param protocol what it speaks
 * @param port the port that AWS would listen at
 * @param hosts the names that its certificates are for; none without TLS
 * @param rules what it does with which request
 */
public record Listener(String name, Protocol protocol, int port, List<String> hosts, ListenerRules<Action> rules) {

    /** What a listener speaks. */
    public enum Protocol {
        /** HTTP/1.1. */
        HTTP(false),
        /** HTTP/2 without TLS; HTTP/1.1 where a caller speaks that. */
        HTTP2(false),
        /** HTTP/1.1 and HTTP/2 in TLS. */
        HTTPS(true),
        /** Bytes. */
        TCP(false),
        /** Bytes in TLS, which ends here. */
        TLS(true),
        /** Datagrams. */
        UDP(false);

        private final boolean isSecure;

        Protocol(boolean isSecure) {
            this.isSecure = isSecure;
        }

        /** Whether it is in TLS. */
        public boolean isSecure() {
            return isSecure;
        }
    }

    /** An HTTP listener. */
    public static Listener http(String name, int port, ListenerRules<Action> rules) {
        return new Listener(name, Protocol.HTTP, port, List.of(), rules);
    }

    /** The same, speaking that, with certificates for those names. */
    public Listener speaking(Protocol other, List<String> names) {
        return new Listener(name, other, port, names, rules);
    }
}
