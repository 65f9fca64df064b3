package dev.stowage.local.cli;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Opening;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.run.Wanted;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** From what a command names to what can run: read, checked, and worked out for this machine. */
final class StackDoor {

    private StackDoor() {}

    /** Reads what is wished for, checks it and shows what was found; empty where an error stands. */
    static Optional<Model> checked(Wish wish, Invocation call) {
        var model = wish.path().map(ModelReader::open).orElseGet(call::model);
        var report = Checker.check(model);
        call.show(model, report);
        return report.hasErrors() ? nothing(report, call) : Optional.of(model);
    }

    /** Works a model out for a machine, and shows what is missing or different here; empty where an error stands. */
    static Optional<Wanted> workedOut(Model model, Wish wish, Machine machine, Invocation call) {
        var settings = wish.settings();
        var opening = Opening.of(model, settings, machine.facts(), new TimeScale(wish.scale()));
        call.showBriefly(model, opening.report());
        return opening.report().hasErrors() ? nothing(opening.report(), call) : opening.wanted();
    }

    private static <T> Optional<T> nothing(Report report, Invocation call) {
        call.console().err().println("Nothing is started: " + Invocation.counts(report) + ".");
        return Optional.empty();
    }

    /** Opens what another process wished for and wrote to that file; that one has checked it. */
    static Wanted reopened(Path file, Machine machine, Consumer<String> say) {
        try {
            var wish = Wish.read(file);
            var opening = Opening.of(
                    ModelReader.open(wish.path().orElseThrow()),
                    wish.settings(),
                    machine.facts(),
                    new TimeScale(wish.scale()));
            if (!opening.report().findings().isEmpty()) {
                ReportFormat.plain(Vantage.from(Path.of("").toAbsolutePath()))
                        .text(opening.report())
                        .lines()
                        .forEach(say);
            }
            return opening.wanted()
                    .orElseThrow(
                            () -> Refusal.findings("Nothing is started: " + Invocation.counts(opening.report()) + "."));
        } catch (BadInput unusable) {
            throw Refusal.usage(String.valueOf(unusable.getMessage()));
        }
    }

    /** What stops a command where the folder of its run cannot be written, such as on a disk that is full. */
    static CommandFault fault(RunFolder folder, UncheckedIOException unwritable) {
        return CommandFault.missing(unwritten(folder, unwritable));
    }

    /** That the folder of a run cannot be written, why, and what helps. */
    static String unwritten(RunFolder folder, UncheckedIOException unwritable) {
        var cause = Optional.ofNullable(unwritable.getCause()).map(Throwable::getMessage);
        return "The folder of the run, " + folder.path() + ", cannot be written: "
                + cause.orElseGet(() -> String.valueOf(unwritable.getMessage()))
                + ". Make room there, or set XDG_STATE_HOME to another folder of yours.";
    }

    /** What stops a command where the engine will not do what it needs. */
    static CommandFault fault(EngineTrouble trouble) {
        var diagnostic = trouble.diagnostic();
        return CommandFault.missing(
                diagnostic.message() + ". " + diagnostic.fix().orElse(""));
    }
}
