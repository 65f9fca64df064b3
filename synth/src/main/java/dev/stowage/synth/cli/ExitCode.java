package dev.stowage.synth.cli;

/** How a command ended, as the process tells its caller. */
public enum ExitCode {
    /** It did what was asked, and found nothing that AWS refuses. */
    FINE(0),
    /** A finding of severity ERROR stands that nobody has allowed, or the program itself ended with an exception. */
    FINDINGS(1),
    /** The arguments ask for something that there is not. */
    USAGE(2),
    /** Something outside is missing: a file, a right, space on a disk; or Stowage itself broke down. */
    MISSING(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The exit code with this number. */
    static ExitCode of(int code) {
        return values()[code];
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The graver of two. */
    public ExitCode or(ExitCode other) {
        return code >= other.code ? this : other;
    }

    /** Ends the process with this code; where all is fine, lets it run on to its own end. */
    public void end() {
        if (this != FINE) {
            System.exit(code);
        }
    }
}
