package dev.stowage.local.task;

/** Something the outside was seen to be. It may be told twice, late, or not at all; then a look at everything makes up. */
public sealed interface Seen permits ContainerSeen, TargetSeen {

    /** The task that it is about. */
    TaskId task();
}
