package dev.stowage.dsl.task;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Thing;
import java.util.List;

/** Whatever runs a task: the task's definition, roles and logs are its own, and named after it. */
public interface Runner extends Thing {

    /** What it runs. */
    Task task();

    /** What the code of its tasks may do. */
    List<Permission> permissions();

    /** Whether somebody may open a shell in its containers. */
    default boolean hasShell() {
        return false;
    }

    /** Whether its task definition is known by its family: another controller than ECS then deploys each revision. */
    default boolean isKnownByFamily() {
        return false;
    }

    /** Whether one of its containers connects to a database. */
    default boolean hasDatabases() {
        for (var container : task().containers()) {
            if (!container.spec().databases().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its containers mounts a volume. */
    default boolean hasVolumes() {
        for (var container : task().containers()) {
            if (!container.spec().mounts().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
