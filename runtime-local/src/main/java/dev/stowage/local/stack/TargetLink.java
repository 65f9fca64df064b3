package dev.stowage.local.stack;

/**
 * A port of the tasks of a service that is a target of a target group.
 *
 * @param targetGroup the resource of the target group
 * @param arn its ARN, which events name
 * @param container the name of the container
 * @param port the port of the container
 */
public record TargetLink(ResourceKey targetGroup, String arn, String container, int port) {}
