package dev.stowage.local.endpoint;

/**
 * A run of this machine, for the one that has the address that all of them are asked at.
 *
 * @param run its name, with which the ids of its tasks begin
 * @param http the port of its {@link RunEndpoint}
 * @param dns the port of its name server
 * @param firstAddress the first address of its network, as a number
 * @param lastAddress the last one
 */
public record Neighbour(String run, int http, int dns, long firstAddress, long lastAddress) {

    /** Whether that address lies in its network. */
    boolean isFrom(long address) {
        return firstAddress <= address && address <= lastAddress;
    }
}
