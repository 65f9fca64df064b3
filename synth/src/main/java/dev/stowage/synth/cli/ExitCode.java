package dev.stowage.synth.cli;

/** How a command ended, as the process tells its caller. */
public final class ExitCode {

    /** It did what was asked, and found nothing that AWS refuses. */
    public static final ExitCode FINE = new ExitCode(0);

    /** A finding of severity ERROR stands that nobody has allowed, or the program itself ended with an exception. */
    public static final ExitCode FINDINGS = new ExitCode(1);

    /** The arguments ask for something that there is not. */
    public static final ExitCode USAGE = new ExitCode(2);

    /** Something outside is missing: a file, a right, space on a disk; or Stowage itself broke down. */
    public static final ExitCode MISSING = new ExitCode(3);

    private final int code;

    private ExitCode(int code) {
        this.code = code;
    }

    /** The exit code with this number: that of a program which the command ran, where it is above 3. */
    public static ExitCode of(int code) {
        return switch (code) {
            case 0 -> FINE;
            case 1 -> FINDINGS;
            case 2 -> USAGE;
            case 3 -> MISSING;
            default -> new ExitCode(code);
        };
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
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExitCode that && that.code == code;
    }

    @Override
    public int hashCode() {
        return code;
    }

    /** The number. */
    @Override
    public String toString() {
        return Integer.toString(code);
    }
}
