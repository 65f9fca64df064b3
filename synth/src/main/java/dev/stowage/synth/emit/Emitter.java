package dev.stowage.synth.emit;

/**
 * Turns one kind of thing into CloudFormation resources.
 *
 * @param <T> the kind of thing
 */
public interface Emitter<T> {

    /** Adds the resources of a thing to the template of its stack. */
    void emit(T thing, Emission out);
}
