package dev.stowage.local.task;

/**
 * Why a target group finds a task unhealthy.
 *
 * @param targetGroup the ARN of the group
 * @param port the port at which it asks
 * @param reason in the words of Elastic Load Balancing, such as {@code Health checks failed with these codes: [500]}
 */
public record TargetComplaint(String targetGroup, int port, String reason) {}
