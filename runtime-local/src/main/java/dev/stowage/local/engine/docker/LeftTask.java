package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.TaskId;
import java.util.Map;
import java.util.Optional;

/**
 * A task that an earlier process of a run made, and that is still on the engine.
 *
 * @param id the task
 * @param family the family of its definition
 * @param revision the number of its revision, as that process counted
 * @param cluster the name of its cluster
 * @param service the name of its service, where it has one
 * @param startedBy the deployment, or whoever ran it
 * @param specHash what it was made from, as a hash
 * @param isRunning whether some container of it runs
 */
public record LeftTask(
        TaskId id,
        String family,
        int revision,
        String cluster,
        Optional<String> service,
        String startedBy,
        String specHash,
        boolean isRunning) {

    /** Whether it was made from this, whatever its revision. */
    public boolean isOf(TaskSetup setup) {
        return setup.family().equals(family) && Labels.hash(setup).equals(specHash);
    }

    static LeftTask of(Map<String, String> labels, boolean isRunning) {
        return new LeftTask(
                new TaskId(labels.getOrDefault(Labels.TASK, "")),
                labels.getOrDefault(Labels.FAMILY, ""),
                Integer.parseInt(labels.getOrDefault(Labels.REVISION, "1")),
                labels.getOrDefault(Labels.CLUSTER, ""),
                Optional.ofNullable(labels.get(Labels.SERVICE)),
                labels.getOrDefault(Labels.DEPLOYMENT, ""),
                labels.getOrDefault(Labels.SPEC_HASH, ""),
                isRunning);
    }
}
