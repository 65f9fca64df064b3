package dev.stowage.dsl.service;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.task.Port;

/**
 * An endpoint at which a service answers.
 *
 * @param endpoint the endpoint
 * @param port the port at which a container of its task listens
 */
public record Offer(Endpoint endpoint, Port port) {}
