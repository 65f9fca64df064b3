package dev.stowage.dsl.service;

import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.TargetGroup;
import java.util.Optional;

/**
 * A target group of others in which a service registers its tasks.
 *
 * @param group the target group
 * @param port the port of the task; left out, the first one
 */
public record Registration(TargetGroup group, Optional<Port> port) {}
