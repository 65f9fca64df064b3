package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.TaskSetup;
import java.util.Optional;

/**
 * What an engine has to know of a task to run it.
 *
 * @param setup what it is made from, with its overrides
 * @param arn its ARN
 * @param cluster the name of its cluster
 * @param service the name of its service, where it has one
 * @param startedBy the deployment, or whoever ran it
 * @param images the deployment whose images it runs: that which started it, or the one that this goes back to
 */
public record Booking(
        TaskSetup setup, String arn, String cluster, Optional<String> service, String startedBy, String images) {

    /** A task with the images of whoever started it. */
    public Booking(TaskSetup setup, String arn, String cluster, Optional<String> service, String startedBy) {
        this(setup, arn, cluster, service, startedBy, startedBy);
    }

    /** The Region that the task says it is in. */
    String region() {
        return arn.split(":", -1)[3];
    }
}
