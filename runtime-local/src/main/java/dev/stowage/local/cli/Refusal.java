package dev.stowage.local.cli;

import dev.stowage.synth.cli.ExitCode;

/** A run cannot do what another process asks; said in one message. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ExitCode code;

    private Refusal(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** It is asked for something that there is not. */
    static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }

    /** Something is missing. */
    static Refusal missing(String message) {
        return new Refusal(ExitCode.MISSING, message);
    }

    /** Something is wrong with what is to run. */
    static Refusal findings(String message) {
        return new Refusal(ExitCode.FINDINGS, message);
    }

    ExitCode code() {
        return code;
    }
}
