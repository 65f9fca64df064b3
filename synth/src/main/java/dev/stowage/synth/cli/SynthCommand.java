package dev.stowage.synth.cli;

import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.synth.rule.Checker;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** {@code synth}: checks the program, and writes it as a cloud assembly unless AWS would refuse it. */
final class SynthCommand implements Command {

    private static final String OUT = "--out";
    private static final String RUNS = "--runs";
    private static final String QUIET = "--quiet";

    @Override
    public String name() {
        return "synth";
    }

    @Override
    public String summary() {
        return "Checks the program and writes it as a cloud assembly, for CloudFormation and the CDK CLI.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .option(OUT, "FOLDER", "where to write; else where CDK_OUTDIR says, else cdk.out")
                .flag(QUIET, "leave out the summary")
                .flag(RUNS, "tell when schedules run next, by the clock of now")
                .details("""
                        The summary goes to standard output, or to standard error where a CDK CLI calls; findings go to
                        standard error. Where a finding of severity ERROR stands, nothing is written and the code is 1.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        Rehearsal.begin();
        var console = call.console();
        var model = call.model();
        var folder = folder(call, OUT);
        var rendering = Rendering.begin(model, call, folder);
        var graph = ResourceGraph.of(model);
        var report = Checker.check(model, graph);
        call.show(model, report);
        if (report.hasErrors()) {
            console.err().println("Nothing is written: " + Findings.counts(report) + ".");
            return ExitCode.FINDINGS;
        }
        var assembly = rendering.assembly();
        var summary = call.arguments().has(QUIET) ? "" : Summary.of(model, graph, rendering.raws(), report);
        assembly.write();
        if (!call.arguments().has(QUIET)) {
            var log = isCalledByCdk(console) ? console.err() : console.out();
            log.print(summary + "written to " + folder + "\n");
            log.print(call.arguments().has(RUNS) ? NextRuns.of(model, ZonedDateTime.now(ZoneOffset.UTC)) : "");
        }
        return ExitCode.FINE;
    }

    /** Where the program is written: where this option says, or the CDK CLI that calls, or {@code cdk.out}. */
    static String folder(Invocation call, String option) {
        var asked = call.arguments().value(option);
        return asked.isPresent()
                ? asked.get()
                : call.console().environment("CDK_OUTDIR").orElse("cdk.out");
    }

    private static boolean isCalledByCdk(Console console) {
        return console.environment("CDK_OUTDIR").isPresent()
                || console.environment("CDK_CLI_VERSION").isPresent();
    }
}
