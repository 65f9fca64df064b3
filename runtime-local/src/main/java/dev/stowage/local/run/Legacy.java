package dev.stowage.local.run;

import dev.stowage.local.ledger.Past;
import dev.stowage.local.ledger.TaskNote;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.util.List;
import java.util.function.Consumer;

/** What an earlier process of a run left on a machine, after a crash. */
public interface Legacy {

    /**
     * A task that an earlier process of this run started and that is still there, of which nothing was noted down.
     *
     * @param id the task
     * @param definition what it was made from
     * @param group to which tasks it belongs
     * @param startedBy the deployment that it was started for, or who ran it
     */
    record Stranger(TaskId id, TaskSetup definition, Group group, String startedBy) {}

    /** What it noted down. */
    Past past();

    /** What is wanted now as what follows that: what stayed the same keeps its revision, what changed gets the next. */
    Wanted followedBy(Wanted next);

    /** Whether new tasks can be made from a revision; not where it has secrets and is no longer wanted. */
    boolean canMake(TaskDefinition revision);

    /**
     * Goes on with a task that was noted down: what was asked for it and did not come is asked for again.
     *
     * @return false where that cannot be, as what it lacks can be made no more; it is only to be stopped then
     */
    boolean resume(TaskNote note);

    /** The tasks of which nothing was noted down and that match the stack; the rest is removed, of which is told. */
    List<Stranger> strangers(LocalStack stack, Consumer<String> progress);
}
