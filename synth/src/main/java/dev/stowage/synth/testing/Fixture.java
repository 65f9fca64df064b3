package dev.stowage.synth.testing;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Census;
import dev.stowage.schema.diagnostic.format.SourceLine;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.synth.emit.Synthesizer;
import dev.stowage.synth.rule.Checker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One program of a {@link FixtureSuite}: what its source says is wrong, against what is found. */
public final class Fixture {

    private final Blueprint program;
    private final MarkedSource source;

    private Fixture(Blueprint program, MarkedSource source) {
        this.program = program;
        this.source = source;
    }

    static Fixture of(Blueprint program, Path sources) {
        return new Fixture(program, MarkedSource.of(program.getClass(), sources));
    }

    /** The rules that the source names. */
    public Set<String> rules() {
        return Collections.unmodifiableSet(source.rules());
    }

    /**
     * Describes the app, checks it, and compares.
     *
     * @throws AssertionError if a finding is missing, one is too many, or one points at another line
     */
    public void verify() {
        var missing = new ArrayList<>(source.expected());
        var surplus = new ArrayList<String>();
        for (var finding : found()) {
            if (!missing.remove(finding)) {
                surplus.add(finding);
            }
        }
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new AssertionError(this + ": not found " + missing + ", found though nobody said so " + surplus);
        }
    }

    /** Each finding that nobody allowed, as {@code Shop.java:74 rule}. */
    private List<String> found() {
        var model = Synthesizer.synthesize(Census.describe(program));
        var vantage = Vantage.from(Path.of("")).past(model.libraries());
        var found = new ArrayList<String>();
        for (var finding : Checker.check(model).findings()) {
            if (finding.allowance().isEmpty()) {
                var line = SourceLine.of(finding.at(), vantage);
                var place =
                        line.isPresent() ? line.get().file() + ":" + line.get().line() : "nowhere";
                found.add(place + " " + finding.rule());
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return program.getClass().getSimpleName();
    }
}
