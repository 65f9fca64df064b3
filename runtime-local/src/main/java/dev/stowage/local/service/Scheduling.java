package dev.stowage.local.service;

/** How many tasks a service wants. */
public sealed interface Scheduling {

    /** So many, wherever they find a place. */
    record Replica(int desired) implements Scheduling {}

    /** One on every instance that is active and meets the constraints. */
    record Daemon() implements Scheduling {}
}
