package dev.stowage.local.cli;

import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.run.Words;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to run, and how.
 *
 * @param path a template, a task definition or a cloud assembly; empty for the program that the command line belongs to
 * @param folder the working folder of whoever wishes it: where {@code local.yaml} may be
 * @param given values of template parameters, as {@code NAME=VALUE}
 * @param files files of parameters
 * @param scale how much faster than AWS services wait
 * @param keyring what tasks get for their roles
 */
record Wish(Optional<Path> path, Path folder, List<String> given, List<Path> files, int scale, Keyring keyring) {

    private static final String PARAMETER = "--param";
    private static final String FILE = "--params";
    private static final String SCALE = "--time-scale";

    /** Faster than AWS by default: who looks at a deployment does not want to wait for minutes. */
    private static final int USUAL_SCALE = 10;

    private static final int LARGEST_SCALE = 1_000;

    /** The options by which a command takes it. */
    static Syntax options(Syntax syntax) {
        return syntax.option(PARAMETER, "NAME=VALUE", "the value of a template parameter; may be given several times")
                .option(FILE, "FILE", "a file of such values, in JSON or YAML; may be given several times");
    }

    /** The option by which a run is made faster or slower. */
    static Syntax scale(Syntax syntax) {
        return syntax.option(SCALE, "N", "how much faster than AWS services wait, 1 to 1000; 10 where it is not given");
    }

    /** What the arguments say. */
    static Wish of(Invocation call, Optional<String> operand) {
        var given = call.arguments().values(PARAMETER);
        for (var each : given) {
            if (each.indexOf('=') < 1) {
                throw CommandFault.usage("`" + each + "` is no NAME=VALUE.");
            }
        }
        var files = call.arguments().values(FILE).stream()
                .map(word -> absolute(call.path(word)))
                .toList();
        var path = operand.map(word -> absolute(call.path(word)));
        return new Wish(path, absolute(call.console().directory()), given, files, scale(call), Keyring.of(call));
    }

    private static int scale(Invocation call) {
        var given = call.arguments().value(SCALE);
        if (given.isEmpty()) {
            return USUAL_SCALE;
        }
        try {
            var number = Integer.parseInt(given.get());
            if (number >= 1 && number <= LARGEST_SCALE) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw CommandFault.usage(
                "`" + given.get() + "` is no scale of time; a number from 1 to " + LARGEST_SCALE + " is wanted.");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The same for what is at that path. */
    Wish at(Path other) {
        return new Wish(Optional.of(other), folder, given, files, scale, keyring);
    }

    /** What is said beside the model: by this, by files of the folder and by environment variables. */
    SettingsReader.Gathered settings() {
        return SettingsReader.read(folder, System.getenv(), files, given);
    }

    /** Writes it to a file, for another process: values stand in no process list. */
    void write(Path file) {
        var lines = new ArrayList<String>();
        lines.add(path.map(Path::toString).orElse(""));
        lines.add(folder.toString());
        lines.add(Integer.toString(scale));
        lines.add(keyring.word());
        lines.add(Integer.toString(files.size()));
        files.forEach(each -> lines.add(each.toString()));
        lines.addAll(given);
        try {
            Files.writeString(file, Words.write(lines));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Wish read(Path file) {
        try {
            var lines = Words.read(Files.readString(file));
            var first = 5;
            var rest = first + Integer.parseInt(lines.get(4));
            return new Wish(
                    lines.get(0).isEmpty() ? Optional.empty() : Optional.of(Path.of(lines.get(0))),
                    Path.of(lines.get(1)),
                    lines.subList(rest, lines.size()),
                    lines.subList(first, rest).stream().map(Path::of).toList(),
                    Integer.parseInt(lines.get(2)),
                    Keyring.read(lines.get(3)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
