package dev.stowage.local.cli;

import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a container that has the terminal of this process: what only the {@code docker} command can do. */
final class Terminal {

    private static final String DOCKER = "docker";

    private Terminal() {}

    /** Whether the {@code docker} command is on the path. */
    static boolean hasDocker(Console console) {
        for (var folder : console.environment("PATH").orElse("").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, DOCKER))) {
                return true;
            }
        }
        return false;
    }

    /** Runs it, and waits for its end. */
    static ExitCode exec(String container, List<String> command) {
        var words = new ArrayList<>(List.of(DOCKER, "exec", "--interactive", "--tty", container));
        words.addAll(command);
        try {
            return ExitCode.of(new ProcessBuilder(words).inheritIO().start().waitFor());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return ExitCode.MISSING;
        }
    }
}
