package dev.stowage.local.testing;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Opening;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.run.Wanted;
import dev.stowage.local.traffic.LocalAuthority;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.schema.diagnostic.format.Ink;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.rule.Checker;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A run of a test. It has a folder like every other, so that {@code local ps} shows it, and so that what a killed test leaves
 * is found: the next run of a test removes it.
 *
 * @param run the run
 * @param hold the sole right to it
 */
record Started(LocalRun run, RunFolder.Hold hold) {

    private static final String PREFIX = "test-";

    static Started begin(Model model, SettingsReader.Gathered settings, TimeScale scale) {
        var home = RunFolder.home(name -> Optional.ofNullable(System.getenv(name)));
        var number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        var id = RunId.after(PREFIX + number + "-" + Opening.name(model));
        var hold = RunFolder.of(home, id).hold().orElseThrow();
        try {
            var machine = DockerMachine.open(
                    hold.folder(),
                    TrafficSettings.STANDARD.scaled(scale).keptIn(authority(hold)),
                    Credentials.NONE,
                    line -> {});
            removeDead(home);
            return new Started(begun(model, settings, scale, machine), hold);
        } catch (RuntimeException | Error refused) {
            end(hold);
            throw refused;
        }
    }

    /** The authority of a test ends with it. */
    private static Path authority(RunFolder.Hold hold) {
        return hold.folder().file("authority");
    }

    /** The certificate by which to trust its listeners in TLS; there once it has one. */
    Path certificate() {
        return LocalAuthority.trust(authority(hold));
    }

    private static LocalRun begun(
            Model model, SettingsReader.Gathered settings, TimeScale scale, DockerMachine machine) {
        try {
            return LocalRun.begin(workedOut(model, settings, machine), machine, scale, line -> {}, now -> {});
        } catch (RuntimeException | Error refused) {
            machine.close();
            throw refused;
        }
    }

    /** What that model asks of the machine; an error of it fails the test. */
    static Wanted workedOut(Model model, SettingsReader.Gathered settings, Machine machine) {
        var report = Checker.check(model);
        var opening = Opening.of(model, settings, machine.facts());
        if (report.hasErrors() || opening.wanted().isEmpty()) {
            var form = ReportFormat.snippets(Vantage.from(Path.of("").toAbsolutePath()), Ink.plain());
            throw new AssertionError("The stack cannot run:\n" + form.text(report) + form.text(opening.report()));
        }
        return opening.wanted().get();
    }

    private static void removeDead(Path home) {
        for (var id : RunFolder.all(home)) {
            if (id.value().startsWith(PREFIX)) {
                removeDead(RunFolder.of(home, id));
            }
        }
    }

    private static void removeDead(RunFolder folder) {
        folder.hold().ifPresent(hold -> {
            DockerMachine.sweep(folder.id());
            end(hold);
        });
    }

    private static void end(RunFolder.Hold hold) {
        hold.delete();
        hold.close();
    }

    void close() {
        try {
            run.close();
        } finally {
            end(hold);
        }
    }
}
