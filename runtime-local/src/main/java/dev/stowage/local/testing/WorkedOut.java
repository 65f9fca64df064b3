package dev.stowage.local.testing;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Opening;
import dev.stowage.local.run.Wanted;
import dev.stowage.schema.diagnostic.format.Ink;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.rule.Checker;
import java.nio.file.Path;

/** What a model asks of a machine. */
final class WorkedOut {

    private WorkedOut() {}

    /** An error of the model, or something that is missing, fails the test. */
    static Wanted of(Model model, SettingsReader.Gathered settings, Machine machine, Notebook notes) {
        var report = Checker.check(model);
        // The scale is what the test says, so it is not told.
        var opening = Opening.of(model, settings, machine.facts(), TimeScale.REAL);
        if (report.hasErrors() || opening.wanted().isEmpty()) {
            var form = ReportFormat.snippets(Vantage.from(Path.of("").toAbsolutePath()), Ink.plain());
            throw new AssertionError("The stack cannot run:\n" + form.text(report) + form.text(opening.report()));
        }
        notes.find(opening.report());
        return opening.wanted().get();
    }
}
