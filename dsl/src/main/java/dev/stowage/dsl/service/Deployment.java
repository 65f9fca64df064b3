package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Lines;

/** How new tasks replace old ones. */
public sealed interface Deployment permits Rolling {

    /** A few at a time. */
    static Rolling rolling() {
        return ImmutableRolling.of(Lines.here("rolling"));
    }

    /** Where its words were said. */
    Lines lines();
}
