package dev.stowage.local.service;

import dev.stowage.local.task.Group;
import dev.stowage.local.task.Task;

/**
 * What a service is known by.
 *
 * @param cluster the name of its cluster
 * @param name its name, unique in that cluster
 */
public record ServiceId(String cluster, String name) {

    /** The cluster of whoever names none. */
    public static final String DEFAULT_CLUSTER = "default";

    /** The service of that name in the default cluster. */
    public static ServiceId of(String name) {
        return new ServiceId(DEFAULT_CLUSTER, name);
    }

    /** The group of its tasks. */
    public Group group() {
        return Group.ofService(cluster, name);
    }

    /** Whether a task is one of its own. */
    public boolean has(Task task) {
        return task.assignment().group().equals(group());
    }

    /** {@code CLUSTER/NAME}. */
    @Override
    public String toString() {
        return cluster + "/" + name;
    }
}
