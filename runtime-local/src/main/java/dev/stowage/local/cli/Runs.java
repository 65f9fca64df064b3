package dev.stowage.local.cli;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.run.Caller;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which run a command is about, and how it is asked. */
final class Runs {

    private static final String OPTION = "--run";

    private Runs() {}

    /** What all commands take that are about a run. */
    static Syntax option(Syntax syntax) {
        return syntax.option(OPTION, "NAME", "which run, where several are up; `up` calls a run after its stack");
    }

    /** Where the folders of runs are. */
    static Path home(Invocation call) {
        return RunFolder.home(call.console()::environment);
    }

    /**
     * How the load balancers of a run are set up: at the ports of AWS where they are free, with one authority for all runs of
     * this user.
     */
    static TrafficSettings traffic(RunFolder folder, TimeScale scale) {
        return TrafficSettings.STANDARD.scaled(scale).atUsualPorts().keptIn(folder.authority());
    }

    /** The run that is named, else the name given here. */
    static RunId named(Invocation call, String otherwise) {
        var name = call.arguments().value(OPTION);
        try {
            return name.isPresent() ? new RunId(name.get()) : RunId.after(otherwise);
        } catch (IllegalArgumentException unusable) {
            throw CommandFault.usage(unusable.getMessage() + ".");
        }
    }

    /** Whether a run is named. */
    static boolean isNamed(Invocation call) {
        return call.arguments().value(OPTION).isPresent();
    }

    /** The folder of the run that a command is about; a fault where none is up, or several are and none is named. */
    static RunFolder folder(Invocation call) {
        var home = home(call);
        if (isNamed(call)) {
            var folder = RunFolder.of(home, named(call, ""));
            if (!folder.isHeld()) {
                throw CommandFault.missing("The run `" + folder.id() + "` is not up." + others(home));
            }
            return folder;
        }
        var up = up(home);
        if (up.isEmpty()) {
            throw CommandFault.missing("No run is up. `local up` starts one.");
        }
        if (up.size() > 1) {
            throw CommandFault.usage(
                    "Several runs are up: " + joined(up) + ". Name one of them with `" + OPTION + "`.");
        }
        return RunFolder.of(home, up.get(0));
    }

    /** Has the run do that, and prints what it answers. */
    static ExitCode ask(Invocation call, List<String> words) {
        return ask(folder(call), call, words);
    }

    /** Has this run do that, and prints what it answers. */
    static ExitCode ask(RunFolder folder, Invocation call, List<String> words) {
        try {
            var code = Caller.ask(
                    folder, words, call.console().out(), call.console().err());
            if (code.isPresent()) {
                return ExitCode.of(code.getAsInt());
            }
        } catch (UncheckedIOException lost) {
            throw CommandFault.missing("The run `" + folder.id() + "` does not answer at " + folder.path() + ": "
                    + lost.getMessage() + ".");
        }
        throw CommandFault.missing("The run `" + folder.id() + "` ended before it answered.");
    }

    /** Has the run do that, and gives the line that it answers. */
    static String answer(Invocation call, String verb, List<String> words) {
        var said = new ByteArrayOutputStream();
        var asked = new ArrayList<>(List.of(verb));
        asked.addAll(words);
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var code = Caller.ask(folder(call), asked, out, call.console().err());
        if (code.isEmpty() || code.getAsInt() != 0) {
            throw CommandFault.missing("The run does not say which container that is.");
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    static List<RunId> up(Path home) {
        return RunFolder.all(home).stream()
                .filter(id -> RunFolder.of(home, id).isHeld())
                .toList();
    }

    private static String others(Path home) {
        var up = up(home);
        return up.isEmpty() ? " `local up` starts one." : " These are: " + joined(up) + ".";
    }

    private static String joined(List<RunId> runs) {
        return String.join(", ", runs.stream().map(id -> "`" + id + "`").toList());
    }
}
