package dev.stowage.local.cli;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code local down}: ends a run and removes everything of it, also where its process was killed. */
public final class DownCommand implements Command {

    private static final String ALL = "--all";
    private static final int MOST_GLANCES = 200;

    @Override
    public String name() {
        return "local down";
    }

    @Override
    public String summary() {
        return "Ends a run, and removes everything that it made.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing())
                .flag(ALL, "all runs of this user on this engine, but those that are kept under another XDG_STATE_HOME")
                .details("""
                        Containers, networks and volumes are found by their labels, so that a run whose process was killed, or whose
                        folder is gone, is removed as well.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        try {
            var code = ExitCode.FINE;
            for (var run : chosen(call)) {
                code = code.or(end(run, call));
            }
            return code;
        } catch (EngineTrouble trouble) {
            throw StackDoor.fault(trouble);
        }
    }

    private static List<RunId> chosen(Invocation call) {
        if (Runs.isNamed(call)) {
            return List.of(Runs.named(call, ""));
        }
        var up = Runs.up(Runs.home(call));
        if (up.size() == 1 && !call.arguments().has(ALL)) {
            return up;
        }
        var all = new TreeSet<String>();
        RunFolder.all(Runs.home(call)).forEach(run -> all.add(run.value()));
        for (var run : DockerMachine.leftOfThisUser()) {
            if (!RunFolder.wherever(Runs.home(call), run).isHeld()) {
                all.add(run.value());
            }
        }
        if (all.isEmpty()) {
            call.console().out().println("There is no run.");
        }
        if (all.size() > 1 && !call.arguments().has(ALL)) {
            throw CommandFault.usage(
                    "There are several runs: " + String.join(", ", all) + ". Name one with `--run`, or write `--all`.");
        }
        return new ArrayList<>(all.stream().map(RunId::new).toList());
    }

    /** The process that led the run answers before it gives up its folder, as it answers through that. */
    private static void awaitEnd(RunFolder folder) {
        for (var glances = 0; folder.isHeld() && glances < MOST_GLANCES; glances++) {
            Detached.pause();
        }
    }

    private static ExitCode end(RunId run, Invocation call) {
        var folder = RunFolder.wherever(Runs.home(call), run);
        if (folder.isHeld()) {
            var code = Runs.ask(folder, call, List.of(Verbs.DOWN));
            awaitEnd(folder);
            call.console().out().println("Nothing of it is left.");
            return code;
        }
        if (Files.notExists(folder.path()) && !DockerMachine.left().contains(run)) {
            call.console().out().println("There is no run `" + run + "`.");
            return ExitCode.FINE;
        }
        DockerMachine.sweep(run);
        RunFolder.delete(folder.path());
        call.console().out().println("Removed what was left of the run `" + run + "`.");
        return ExitCode.FINE;
    }
}
