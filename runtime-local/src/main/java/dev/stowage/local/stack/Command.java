package dev.stowage.local.stack;

import java.util.List;
import java.util.Optional;

/**
 * What a container runs and as whom.
 *
 * @param entryPoint in place of the image's; empty for the image's
 * @param arguments in place of the image's {@code CMD}; empty for the image's
 * @param directory where it starts, in place of the image's
 * @param user as whom, such as {@code 1000:1000}, in place of the image's
 * @param stdin whether its standard input stays open: {@code Interactive}
 * @param terminal whether it has a terminal: {@code PseudoTerminal}
 */
public record Command(
        List<String> entryPoint,
        List<String> arguments,
        Optional<String> directory,
        Optional<String> user,
        boolean stdin,
        boolean terminal) {

    /** Whatever the image says. */
    public static final Command OF_IMAGE =
            new Command(List.of(), List.of(), Optional.empty(), Optional.empty(), false, false);

    /** A command that cannot be changed from outside. */
    public Command {
        entryPoint = List.copyOf(entryPoint);
        arguments = List.copyOf(arguments);
    }

    /** The same with these arguments. */
    public Command with(List<String> others) {
        return new Command(entryPoint, others, directory, user, stdin, terminal);
    }
}
