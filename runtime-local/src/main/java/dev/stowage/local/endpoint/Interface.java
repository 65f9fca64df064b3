package dev.stowage.local.endpoint;

/**
 * A task's place on the network.
 *
 * @param address its IPv4 address
 * @param mac its hardware address
 * @param subnet the block that it lies in, such as {@code 10.0.1.0/24}
 * @param gateway the address of the gateway, with the length of its prefix
 */
public record Interface(String address, String mac, String subnet, String gateway) {}
