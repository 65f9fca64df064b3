package dev.stowage.local.stack;

import java.util.Optional;

/**
 * As whom a task acts.
 *
 * @param task the ARN of the role that its containers get credentials of
 * @param execution the ARN of the role that pulls its images, reads its secrets and writes its logs
 */
public record Roles(Optional<String> task, Optional<String> execution) {

    /** As nobody. */
    public static final Roles NONE = new Roles(Optional.empty(), Optional.empty());
}
