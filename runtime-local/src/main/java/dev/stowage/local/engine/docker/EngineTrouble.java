package dev.stowage.local.engine.docker;

import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;

/** Docker is not there, or will not do what a run needs: what is wrong, and what to do about it, is its diagnostic. */
public final class EngineTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    private EngineTrouble(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** That this is so, as one sentence, and what to do about it, as another. */
    static EngineTrouble of(Gap gap, String message, String fix) {
        return new EngineTrouble(gap.at(Origin.NOWHERE, message).fix(fix));
    }

    /** What is wrong and how to mend it. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
