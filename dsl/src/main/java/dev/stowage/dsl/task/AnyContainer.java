package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Thing;

/** A container, wherever it can run. */
public sealed interface AnyContainer extends Thing permits ContainerWords {

    /** What it is. */
    ContainerSpec spec();

    @Override
    default Particulars particulars() {
        return spec().particulars();
    }
}
