package dev.stowage.local.stack;

/**
 * A port of a container that is open on the loopback of this machine, for a debugger or a browser.
 *
 * @param port the port of the container
 * @param host the port of this machine; where another task has it already, a free one is taken and told
 */
public record Published(int port, int host) {}
