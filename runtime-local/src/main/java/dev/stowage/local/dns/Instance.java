package dev.stowage.local.dns;

import java.net.Inet4Address;

/**
 * A task that answers to a name.
 *
 * @param id its id: the id of the task
 * @param address its address
 * @param port the port that SRV records name
 * @param healthy what the check of its container says; so, as long as it says nothing
 */
public record Instance(String id, Inet4Address address, int port, boolean healthy) {}
