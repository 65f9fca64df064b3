package dev.stowage.synth.cli;

import dev.stowage.schema.resource.Nearest;

/** A command cannot do what was asked, for a reason that lies with the caller or the machine; said in one message. */
public final class CommandFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private CommandFault(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The arguments ask for something that there is not. */
    public static CommandFault usage(String message) {
        return new CommandFault(ExitCode.USAGE, message);
    }

    /** Something outside is missing. */
    public static CommandFault missing(String message) {
        return new CommandFault(ExitCode.MISSING, message);
    }

    /** The name that was probably meant, as a question to put behind a message; empty where none is near. */
    static String guess(String wanted, Iterable<String> names) {
        return Nearest.to(wanted, names)
                .map(near -> " Did you mean `" + near + "`?")
                .orElse("");
    }

    /** What the process ends with. */
    ExitCode code() {
        return code;
    }

    /** The message; there is always one. */
    String said() {
        return String.valueOf(getMessage());
    }
}
