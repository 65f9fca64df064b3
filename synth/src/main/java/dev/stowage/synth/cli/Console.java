package dev.stowage.synth.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** What a command sees of the machine it runs on; a test gives it another one. */
public interface Console {

    /** The console of this process. */
    static Console system() {
        return SystemConsole.INSTANCE;
    }

    /** Where results go. */
    PrintStream out();

    /** Where findings and faults go, so that they never stand among results. */
    PrintStream err();

    /** Whether somebody looks at it, rather than a pipe or a file. */
    boolean isTerminal();

    /** The characters that it can show. */
    Charset charset();

    /**
     * Why results did not get out to the end, such as a disk that is full; asked once all of them are said. None where they did,
     * and where nobody reads any more: a reader that has enough, such as {@code head}, is no fault.
     */
    default Optional<String> lost() {
        return Optional.empty();
    }

    /** The value of an environment variable, where it is set to more than nothing. */
    Optional<String> environment(String variable);

    /** The working folder, which relative paths start from; the empty path for that of the process. */
    Path directory();
}
