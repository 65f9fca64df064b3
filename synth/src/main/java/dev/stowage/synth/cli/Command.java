package dev.stowage.synth.cli;

/**
 * One thing that the command line can do. Those of Stowage's synth are built in; a module on the class path adds others
 * as services, which are looked for only when a name is not built in.
 */
public interface Command {

    /** The word that asks for it, such as {@code check}; or two, such as {@code local up}. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** What it takes. */
    Syntax syntax();

    /** Does it. */
    ExitCode run(Invocation call);
}
