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

    /** The value of an environment variable, where it is set to more than nothing. */
    Optional<String> environment(String variable);

    /** The working folder, which relative paths start from; the empty path for that of the process. */
    Path directory();
}
