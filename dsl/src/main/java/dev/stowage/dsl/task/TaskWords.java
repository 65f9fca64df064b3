package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Words;

/**
 * The words of all tasks.
 *
 * @param <S> the task itself
 */
public interface TaskWords<S extends TaskWords<S>> extends Words<S> {

    /** For ARM processors; left out, for x86. */
    S arm();

    /** Goes by this family; left out, by a name that CloudFormation makes. */
    S family(String name);
}
