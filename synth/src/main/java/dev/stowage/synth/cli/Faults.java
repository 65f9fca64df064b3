package dev.stowage.synth.cli;

import dev.stowage.synth.read.BadInput;

/** What is said, and how the process ends, when a command could not be done. */
final class Faults {

    private static final String DEBUG = "STOWAGE_DEBUG";

    private Faults() {}

    /** Says in one line what stopped a command. */
    static ExitCode tell(Throwable thrown, Console console) {
        traceWhereAsked(thrown, console);
        if (thrown instanceof CommandFault fault) {
            console.err().println("stowage: " + fault.getMessage());
            return fault.code();
        }
        if (thrown instanceof BadInput input) {
            console.err().println(input.getMessage());
            return ExitCode.of(input.exitCode());
        }
        console.err()
                .println("stowage: This is a fault of Stowage, not of your program: " + thrown + ". Set " + DEBUG
                        + "=1 to see where it happened.");
        return ExitCode.MISSING;
    }

    /** Prints the whole trace where {@code STOWAGE_DEBUG} is set. */
    static void traceWhereAsked(Throwable thrown, Console console) {
        if (console.environment(DEBUG).isPresent()) {
            thrown.printStackTrace(console.err());
        }
    }
}
