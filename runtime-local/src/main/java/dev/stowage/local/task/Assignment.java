package dev.stowage.local.task;

/**
 * What a task was started for.
 *
 * @param group to which tasks it belongs
 * @param startedBy the deployment ({@code ecs-svc/...}) or whoever ran it
 * @param site where it runs
 * @param routed whether it is put into target groups once it runs
 */
public record Assignment(Group group, String startedBy, Site site, boolean routed) {}
