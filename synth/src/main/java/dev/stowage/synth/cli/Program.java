package dev.stowage.synth.cli;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Census;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.emit.Synthesizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The program that a command line belongs to; the jar that works on files alone has none. */
public final class Program {

    private static final Program NONE = new Program(Optional.empty());

    private final Optional<Blueprint> blueprint;

    private Program(Optional<Blueprint> blueprint) {
        this.blueprint = blueprint;
    }

    /** The program that this blueprint describes. */
    public static Program of(Blueprint blueprint) {
        return new Program(Optional.of(blueprint));
    }

    /** No program. */
    public static Program none() {
        return NONE;
    }

    /** Whether there is one. */
    boolean isPresent() {
        return blueprint.isPresent();
    }

    /** What it describes. A program that stops with an exception is an app without stacks and with one finding. */
    Model model(Console console) {
        if (blueprint.isEmpty()) {
            throw CommandFault.usage("There is no program here: this jar works on files."
                    + " Call Stowage.run(blueprint, args) in a program of yours, or name a file behind `check`.");
        }
        Census.Described described;
        try {
            described = Census.describe(blueprint.get());
        } catch (RuntimeException | Error thrown) {
            Faults.traceWhereAsked(thrown, console);
            return stopped(Stop.of(blueprint.get(), thrown));
        }
        return Objects.isNull(described.app())
                ? stopped(Stop.withoutAnApp(blueprint.get()))
                : Synthesizer.synthesize(described);
    }

    private static Model stopped(Diagnostic why) {
        return Model.of(List.of()).found(List.of(why));
    }
}
