package dev.stowage.local.stack;

import java.util.Optional;

/**
 * A Cloud Map service that tasks are instances of.
 *
 * @param discovery the resource of the Cloud Map service
 * @param container the container whose port SRV records name; with an A record alone, none
 * @param port the port of the container that SRV records name
 */
public record Registration(ResourceKey discovery, Optional<String> container, Optional<Integer> port) {}
