package dev.stowage.local.task;

/**
 * What a task was started for.
 *
 * @param group {@code service:NAME} or {@code family:FAMILY}
 * @param startedBy the deployment ({@code ecs-svc/...}) or whoever ran it
 * @param site where it runs
 * @param routed whether it is put into target groups once it runs
 */
public record Assignment(String group, String startedBy, Site site, boolean routed) {}
