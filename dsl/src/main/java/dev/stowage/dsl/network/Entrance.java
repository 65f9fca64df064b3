package dev.stowage.dsl.network;

import dev.stowage.dsl.task.Port;
import java.util.Objects;

/**
 * A port at which somebody is let into a security group.
 *
 * @param group who is reached
 * @param port at which port, and by what carries it
 */
public record Entrance(SecurityGroup group, Port port) {

    public Entrance {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(port, "port");
    }
}
