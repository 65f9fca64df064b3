package dev.stowage.synth;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Census;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.Program;
import dev.stowage.synth.emit.Synthesizer;
import dev.stowage.synth.rule.Checker;

/** The way into Stowage for a program: its command line, its model, and what is wrong with it. */
public final class Stowage {

    private Stowage() {}

    /**
     * Does what the arguments of a program ask, such as {@code check --json}; without arguments, synthesizes. Ends the
     * process where something went wrong; returns where all is fine.
     */
    public static void run(Blueprint blueprint, String... args) {
        CommandLine.run(Program.of(blueprint), Console.system(), args).end();
    }

    /** What a blueprint describes. An exception of the blueprint's own passes through. */
    public static Model model(Blueprint blueprint) {
        return Synthesizer.synthesize(Census.describe(blueprint));
    }

    /** Everything that is wrong, or worth a look, in a model; findings that somebody allowed are among them. */
    public static Report check(Model model) {
        return Checker.check(model);
    }
}
