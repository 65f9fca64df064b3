package dev.stowage.local.traffic;

import dev.stowage.local.balance.Listener.Protocol;

/**
 * Where a listener is reached.
 *
 * @param balancer the name of its load balancer
 * @param listener its name
 * @param protocol what it speaks
 * @param host an address of this machine
 * @param port the port there
 * @param wanted the port that AWS would listen at
 */
public record ListenerAddress(String balancer, String listener, Protocol protocol, String host, int port, int wanted) {

    /** The address as one would write it, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return protocol.name().toLowerCase(java.util.Locale.ROOT) + "://" + host + ":" + port;
    }

    /** Whether it is at another port than AWS would use. */
    public boolean isElsewhere() {
        return port != wanted;
    }
}
