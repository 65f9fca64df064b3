package dev.stowage.local.traffic;

import java.util.List;

/**
 * What came of opening listeners.
 *
 * @param addresses where they are reached
 * @param refusals those that could not be opened
 */
public record Served(List<ListenerAddress> addresses, List<Refusal> refusals) {

    /**
     * A listener that could not be opened at an address.
     *
     * @param listener its name
     * @param host the address
     * @param port the port
     * @param why what the machine says
     */
    public record Refusal(String listener, String host, int port, String why) {}
}
